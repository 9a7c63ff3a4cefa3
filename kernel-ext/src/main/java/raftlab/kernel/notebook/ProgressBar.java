package raftlab.kernel.notebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import raftlab.core.Event;

/**
 * One output that tells how far work is, updated at most ten times a second. End or close it before
 * the cell ends: the last state stays, and a notebook ignores later ones. Thread-safe.
 */
public final class ProgressBar implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final long ETA_AFTER_MILLIS = 3000;

  private final LiveFigure output;
  private final Clock clock;
  private Event.Progress last;
  private Instant began;

  public ProgressBar(FrontEnd frontEnd, Clock clock) {
    this.clock = clock;
    output = new LiveFigure(frontEnd, clock, PAUSE);
  }

  /** Takes the state of a phase. */
  public synchronized void set(Event.Progress progress) {
    if (last == null || !last.phase().equals(progress.phase()) || progress.done() < last.done()) {
      began = clock.instant();
    }
    last = progress;
    String left = left(progress);
    output.set(() -> bundle(progress, left));
  }

  /** Shows the last state: all done, or where the work stopped. */
  public synchronized void end(boolean completed) {
    if (last != null) {
      Event.Progress end =
          completed
              ? new Event.Progress(last.phase(), last.total(), last.total(), last.detail())
              : last;
      output.set(() -> bundle(end, completed ? "" : "stopped here"));
    }
    output.close();
  }

  private String left(Event.Progress progress) {
    long millis = Duration.between(began, clock.instant()).toMillis();
    if (millis < ETA_AFTER_MILLIS || progress.done() == 0 || progress.done() >= progress.total()) {
      return "";
    }
    long rest = millis * (progress.total() - progress.done()) / progress.done() / 1000;
    return (rest < 120 ? rest + " s" : rest / 60 + " min") + " left";
  }

  private static MimeBundle bundle(Event.Progress progress, String more) {
    String label = label(progress, more);
    return MimeBundle.text(label)
        .with(MimeBundle.HTML, "<div>" + html(progress) + " " + Html.escape(label) + "</div>");
  }

  /** Returns what a bar says beside itself. */
  static String label(Event.Progress progress, String more) {
    StringBuilder label = new StringBuilder(progress.phase());
    label.append(' ').append(progress.done()).append('/').append(progress.total());
    for (String part : new String[] {progress.detail(), more}) {
      if (!part.isEmpty()) {
        label.append(", ").append(part);
      }
    }
    return label.toString();
  }

  private static String html(Event.Progress progress) {
    return "<progress value=\""
        + progress.done()
        + "\" max=\""
        + progress.total()
        + "\"></progress>";
  }

  @Override
  public void close() {
    output.close();
  }
}
