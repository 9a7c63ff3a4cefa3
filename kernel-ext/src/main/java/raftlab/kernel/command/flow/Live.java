package raftlab.kernel.command.flow;

import java.time.Clock;
import java.util.Locale;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.ProgressBar;
import raftlab.run.RunDirectory;

/** Tells the user how far long work is: in one output that changes in place, never in a flood. */
final class Live {

  private final Session session;
  private final ProgressBar bar;

  private Live(Session session) {
    this.session = session;
    this.bar = new ProgressBar(session.frontEnd(), Clock.systemUTC());
  }

  /** Returns the session's stop signal with one progress bar, which ends with the command. */
  static RunContext context(Session session) {
    if (session.options().quiet()) {
      return session.context(event -> {});
    }
    Live live = new Live(session);
    session.atEnd(live.bar::end);
    return session.context(live::tell);
  }

  /** Returns the same for a run: four live panels where figures can be shown. */
  static RunContext context(Session session, RunDirectory run, int rounds) {
    if (session.options().quiet() || !session.frontEnd().showsFigures()) {
      return context(session);
    }
    RunPanels panels = new RunPanels(session, run, rounds, Clock.systemUTC());
    session.atEnd(panels::end);
    return session.context(panels::tell);
  }

  private void tell(Event event) {
    if (event instanceof Event.Progress progress) {
      bar.set(progress);
    } else if (event instanceof Event.TrainStep step) {
      bar.set(progress(step));
    } else if (event instanceof Event.IterationDone done) {
      session.note(round(done));
    } else if (event instanceof Event.Note note) {
      session.note(note.text());
    }
  }

  /** Returns an optimizer step as progress of the phase it belongs to. */
  static Event.Progress progress(Event.TrainStep step) {
    String loss = String.format(Locale.ROOT, "loss %.4f", step.loss());
    return new Event.Progress("finetune", step.step(), step.steps(), loss);
  }

  private static String round(Event.IterationDone done) {
    var metrics = done.metrics();
    StringBuilder text = new StringBuilder();
    text.append("iteration ").append(done.iteration()).append('/').append(done.iterations());
    add(text, ": mean reward %.3f", metrics.get("reward/mean"));
    add(text, ", pass@1 %.3f", metrics.get("eval/pass@1"));
    add(text, ", kept %.0f", metrics.get("selected/count"));
    add(text, ", %.1f s", metrics.get("seconds/round"));
    return text.toString();
  }

  private static void add(StringBuilder text, String format, Double value) {
    if (value != null) {
      text.append(String.format(Locale.ROOT, format, value));
    }
  }
}
