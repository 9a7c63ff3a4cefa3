package raftlab.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.tensor.Crew;

/**
 * Draws shares at the same time. Only the caller's thread asks whether to stop and tells of
 * progress. If one share ends in an error all end.
 */
final class Drawing {

  private final List<Share> shares;
  private final RunContext context;
  private final int total;
  private final long start = System.nanoTime();
  private final LongAdder finished = new LongAdder();
  private final LongAdder drawn = new LongAdder();

  Drawing(List<Share> shares, RunContext context) {
    this.shares = List.copyOf(shares);
    this.context = context;
    this.total = shares.stream().mapToInt(Share::rows).sum();
  }

  /** Draws all rows of all shares. */
  void draw() {
    try (Crew crew = new Crew(shares.size())) {
      Runnable reporting = () -> report(crew);
      List<Runnable> pieces = new ArrayList<>();
      for (Share share : shares) {
        Runnable safePoint = pieces.isEmpty() ? reporting : () -> endIfOthersDid(crew);
        pieces.add(() -> share.draw(safePoint, this::count));
      }
      crew.run(pieces, reporting);
      report(crew);
    }
  }

  private void count(Row row) {
    finished.increment();
    drawn.add(row.size());
  }

  private static void endIfOthersDid(Crew crew) {
    if (crew.failed()) {
      throw new Ended();
    }
  }

  private void report(Crew crew) {
    context.checkStop();
    endIfOthersDid(crew);
    double seconds = (System.nanoTime() - start) / 1e9;
    context.emit(
        new Event.Progress(
            "sample",
            finished.intValue(),
            total,
            Math.round(drawn.sum() / Math.max(1e-9, seconds)) + " tokens/s"));
  }

  /** A share that gives up because another one failed: what that one says is what counts. */
  private static final class Ended extends RuntimeException {

    private static final long serialVersionUID = 1;

    Ended() {
      super("another share of the rows failed", null, false, false);
    }
  }
}
