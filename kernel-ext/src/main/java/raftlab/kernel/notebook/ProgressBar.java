package raftlab.kernel.notebook;

import java.time.Clock;
import java.time.Duration;
import raftlab.core.Event;

/**
 * One output that tells how far work is, updated at most ten times a second. Close it before the
 * cell ends: the last state stays, and a notebook ignores later ones.
 */
public final class ProgressBar implements AutoCloseable {

  private final LiveFigure output;

  public ProgressBar(FrontEnd frontEnd, Clock clock) {
    output = new LiveFigure(frontEnd, clock, Duration.ofMillis(100));
  }

  /** Takes the state of a phase. */
  public void set(Event.Progress progress) {
    output.set(() -> bundle(progress));
  }

  private static MimeBundle bundle(Event.Progress progress) {
    String text = progress.phase() + " " + progress.done() + "/" + progress.total();
    String label = progress.detail().isEmpty() ? text : text + ", " + progress.detail();
    String bar =
        "<progress value=\"" + progress.done() + "\" max=\"" + progress.total() + "\"></progress> ";
    return MimeBundle.text(label)
        .with(MimeBundle.HTML, "<div>" + bar + Html.escape(label) + "</div>");
  }

  @Override
  public void close() {
    output.close();
  }
}
