package raftlab.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import raftlab.core.Checks;
import raftlab.core.Stopped;

/**
 * Threads that do pieces of work at the same time, each with kernels of one thread of its own: the
 * caller's, and others that live until the crew is closed. Threads that share a small model's
 * kernels meet some hundred times a step; threads with whole pieces of their own do not. For one
 * caller's thread at a time, which must close it.
 */
public final class Crew implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 20;

  private final int size;
  private final ThreadCount kernels;
  private final List<Thread> hired = new CopyOnWriteArrayList<>();
  private final ExecutorService others;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /**
   * Hires.
   *
   * @param size threads, the caller's among them; one alone keeps the number of kernel threads
   */
  public Crew(int size) {
    this.size = Checks.atLeast(size, 1, "threads");
    // Before the others start: each takes the number over at its first kernel.
    this.kernels = size == 1 ? ThreadCount.unchanged() : ThreadCount.of(1);
    this.others = Executors.newFixedThreadPool(Math.max(1, size - 1), this::hire);
  }

  private Thread hire(Runnable work) {
    Thread thread = new Thread(work, "raft-crew");
    thread.setDaemon(true);
    hired.add(thread);
    return thread;
  }

  /** Returns how many pieces are done at the same time. */
  public int size() {
    return size;
  }

  /** Does pieces, see {@link #run(List, Runnable)}. */
  public void run(List<? extends Runnable> pieces) {
    run(pieces, () -> {});
  }

  /**
   * Does pieces, the first on the caller's thread. Returns when all have ended, and if some failed,
   * throws what the first of them in time failed with.
   *
   * @param waiting called on the caller's thread now and then while only the others work; what it
   *     throws counts as a failure
   */
  public void run(List<? extends Runnable> pieces, Runnable waiting) {
    failure.set(null);
    List<Future<?>> going = new ArrayList<>();
    for (Runnable piece : pieces.subList(Math.min(1, pieces.size()), pieces.size())) {
      going.add(others.submit(() -> guarded(piece)));
    }
    pieces.stream().limit(1).forEach(this::guarded);
    boolean interrupted = false;
    for (Future<?> each : going) {
      interrupted |= await(each, waiting);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable first = failure.get();
    if (first instanceof Error error) {
      throw error;
    }
    if (first != null) {
      throw (RuntimeException) first;
    }
  }

  /**
   * Does numbered pieces, each on the thread that is free next: which one that is must not show in
   * what the piece does. Ends early if one fails, and throws what it failed with.
   *
   * @param count pieces, numbered from 0
   * @param safePoint called on the caller's thread before its pieces and while it waits
   */
  public void each(int count, IntConsumer piece, Runnable safePoint) {
    AtomicInteger next = new AtomicInteger();
    List<Runnable> hands = new ArrayList<>();
    for (int i = 0; i < Math.min(size, count); i++) {
      Runnable before = i == 0 ? safePoint : () -> {};
      hands.add(
          () -> {
            for (int at = next.getAndIncrement();
                at < count && !failed();
                at = next.getAndIncrement()) {
              before.run();
              piece.accept(at);
            }
          });
    }
    run(hands, safePoint);
  }

  /** Returns whether a piece has failed: the others may then give up. */
  public boolean failed() {
    return failure.get() != null;
  }

  private void guarded(Runnable piece) {
    try {
      piece.run();
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  /** Waits for a piece, whatever happens meanwhile; returns whether the thread was interrupted. */
  private boolean await(Future<?> piece, Runnable waiting) {
    boolean interrupted = false;
    while (true) {
      try {
        piece.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        return interrupted;
      } catch (TimeoutException e) {
        if (!failed()) {
          guarded(waiting);
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("a piece's failure was not caught", e);
      } catch (InterruptedException e) {
        interrupted = true;
        failure.compareAndSet(null, new Stopped());
      }
    }
  }

  /**
   * Ends the threads, which have nothing to do, since {@link #run} waits for all pieces, and waits
   * until none is left: what a thread holds in native code is freed as it ends.
   */
  @Override
  public void close() {
    others.shutdown();
    boolean interrupted = false;
    for (Thread each : hired) {
      interrupted |= outlive(each);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    kernels.close();
  }

  /** Waits for a thread's end, whatever happens meanwhile; returns whether it was interrupted. */
  private static boolean outlive(Thread other) {
    boolean interrupted = false;
    while (other.isAlive()) {
      try {
        other.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }
}
