package raftlab.kernel.notebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One output whose content changes while work runs, at most once per pause; figures take a second.
 * Nothing is rendered that is not shown, and closing shows the last state. Thread-safe.
 */
public final class LiveFigure implements AutoCloseable {

  /** The pause between two states of a chart. */
  public static final Duration CHART = Duration.ofSeconds(1);

  private final FrontEnd frontEnd;
  private final Clock clock;
  private final Duration pause;
  private Instant shown = Instant.MIN;
  private String id;
  private Supplier<MimeBundle> waiting;

  public LiveFigure(FrontEnd frontEnd, Clock clock, Duration pause) {
    this.frontEnd = frontEnd;
    this.clock = clock;
    this.pause = pause;
  }

  /** Sets the state; it is rendered now, later, or never if another follows at once. */
  public synchronized void set(Supplier<MimeBundle> state) {
    waiting = state;
    if (id == null || !clock.instant().isBefore(shown.plus(pause))) {
      render();
    }
  }

  private void render() {
    MimeBundle bundle = waiting.get();
    waiting = null;
    shown = clock.instant();
    if (id == null) {
      id = frontEnd.show(bundle);
    } else {
      frontEnd.update(id, bundle);
    }
  }

  /** Shows the last state if it is not shown yet. */
  @Override
  public synchronized void close() {
    if (waiting != null) {
      render();
    }
  }
}
