package raftlab.kernel.command.flow;

import java.util.Locale;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.kernel.command.Session;

/** Tells the user how far long work is. */
final class Live {

  private static final long SECOND = 1_000_000_000L;

  private final Session session;
  private long last;

  private Live(Session session) {
    this.session = session;
  }

  /** Returns the session's stop signal with notes at most every five seconds and one per round. */
  static RunContext context(Session session) {
    Live live = new Live(session);
    return session.context(live::tell);
  }

  private void tell(Event event) {
    if (event instanceof Event.IterationDone done) {
      session.note(round(done));
    } else if (event instanceof Event.Note note) {
      session.note(note.text());
    } else if (event instanceof Event.Progress progress) {
      long now = System.nanoTime();
      if (now - last > 5 * SECOND) {
        last = now;
        session.note(
            progress.phase() + " " + progress.done() + "/" + progress.total() + " " + progress.detail());
      }
    } else if (event instanceof Event.TrainStep step) {
      long now = System.nanoTime();
      if (now - last > 5 * SECOND) {
        last = now;
        session.note(
            String.format(
                Locale.ROOT, "step %d/%d loss %.4f", step.step(), step.steps(), step.loss()));
      }
    }
  }

  private static String round(Event.IterationDone done) {
    var metrics = done.metrics();
    return String.format(
        Locale.ROOT,
        "iteration %d/%d: mean reward %.3f, pass@1 %.3f, kept %.0f, %.1f s",
        done.iteration(),
        done.iterations(),
        metrics.getOrDefault("reward/mean", Double.NaN),
        metrics.getOrDefault("eval/pass@1", Double.NaN),
        metrics.getOrDefault("selected/count", 0.0),
        metrics.getOrDefault("seconds/round", 0.0));
  }
}
