package raftlab.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.tensor.ThreadCount;

/**
 * Draws shares at the same time: the first on the caller's thread, the others on threads that live
 * as long as the call. Only the caller's thread asks whether to stop and tells of progress. If one
 * share ends in an error all end, and no thread is left behind.
 */
final class Crew {

  private static final long PATIENCE_MILLIS = 20;

  private final List<Share> shares;
  private final RunContext context;
  private final int total;
  private final long start = System.nanoTime();
  private final LongAdder finished = new LongAdder();
  private final LongAdder drawn = new LongAdder();
  private final AtomicBoolean ending = new AtomicBoolean();

  Crew(List<Share> shares, RunContext context) {
    this.shares = List.copyOf(shares);
    this.context = context;
    this.total = shares.stream().mapToInt(Share::rows).sum();
  }

  /** Draws all rows of all shares. */
  void draw() {
    if (shares.size() == 1) {
      shares.get(0).draw(this::report, this::count);
      report();
      return;
    }
    // Before the threads start: each takes the number over at its first kernel.
    ThreadCount one = ThreadCount.of(1);
    ExecutorService pool = Executors.newFixedThreadPool(shares.size() - 1, Crew::thread);
    List<Future<?>> others = new ArrayList<>();
    try {
      for (Share share : shares.subList(1, shares.size())) {
        others.add(pool.submit(() -> drawAside(share)));
      }
      shares.get(0).draw(this::report, this::count);
      others.forEach(this::await);
      report();
    } catch (Ended e) {
      others.forEach(this::await);
      throw e;
    } finally {
      ending.set(true);
      close(pool);
      one.close();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "raft-sample");
    thread.setDaemon(true);
    return thread;
  }

  private void drawAside(Share share) {
    boolean whole = false;
    try {
      share.draw(this::endIfOthersDid, this::count);
      whole = true;
    } finally {
      if (!whole) {
        ending.set(true);
      }
    }
  }

  private void count(Row row) {
    finished.increment();
    drawn.add(row.size());
  }

  private void endIfOthersDid() {
    if (ending.get()) {
      throw new Ended();
    }
  }

  private void report() {
    context.checkStop();
    endIfOthersDid();
    double seconds = (System.nanoTime() - start) / 1e9;
    context.emit(
        new Event.Progress(
            "sample",
            finished.intValue(),
            total,
            Math.round(drawn.sum() / Math.max(1e-9, seconds)) + " tokens/s"));
  }

  /** Waits for a share to end, and ends with what it ended with. */
  private void await(Future<?> other) {
    while (true) {
      try {
        other.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (!ending.get()) {
          report();
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) e.getCause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Stopped();
      }
    }
  }

  /** Batches use the policy: nobody may close it before they are closed. */
  private static void close(ExecutorService pool) {
    pool.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A share that gives up because another one failed: what that one says is what counts. */
  private static final class Ended extends RuntimeException {

    private static final long serialVersionUID = 1;

    Ended() {
      super("another share of the rows failed", null, false, false);
    }
  }
}
