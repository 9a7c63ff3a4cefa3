package raftlab.kernel.jshell;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs the code of cells on one worker thread. An interrupt asks a running command to stop and lets
 * it reach its safe point; plain Java gets {@link Thread#interrupt()}. Code that heeds neither is
 * given up after a moment, or on the second interrupt if it is a command: it ends at its next
 * {@link StopPoint}, and until then the next cell has a fresh thread. Thread-safe.
 */
final class CellRunner {

  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long LOOK_MILLIS = 50;

  @SuppressWarnings("ThreadLocalUsage") // one per runner, of which a process has one
  private final ThreadLocal<Cell> own = new ThreadLocal<>();

  private volatile Cell current = new Cell();
  private ExecutorService worker = newWorker();

  /** One evaluation of a cell: whether it is to stop, and what it runs. */
  private static final class Cell {
    private volatile boolean stop;
    private final AtomicInteger commands = new AtomicInteger();
    private volatile long deadline;
    private volatile Thread thread;
  }

  /** Starts a cell: a stop asked for before does not concern it. */
  synchronized void begin() {
    Cell before = current;
    current = new Cell();
    if (before.thread != null) {
      worker.shutdown();
      worker = newWorker();
    }
  }

  /**
   * Runs a piece of the cell and waits for it. On the cell's own thread it runs at once, so that a
   * command may evaluate Java.
   *
   * @throws CancellationException if the cell was given up
   * @throws ExecutionException with what the piece threw
   */
  <T> T run(Callable<T> piece) throws ExecutionException {
    if (own.get() != null) {
      return direct(piece);
    }
    Cell cell = current;
    if (cell.stop) {
      throw new CancellationException();
    }
    return await(submit(cell, piece), cell);
  }

  private synchronized <T> Future<T> submit(Cell cell, Callable<T> piece) {
    return worker.submit(() -> onWorker(cell, piece));
  }

  private <T> T onWorker(Cell cell, Callable<T> piece) throws Exception {
    own.set(cell);
    cell.thread = Thread.currentThread();
    Thread.currentThread().setContextClassLoader(CellRunner.class.getClassLoader());
    try {
      return piece.call();
    } finally {
      end(cell);
      own.remove();
      Thread.interrupted();
    }
  }

  private static void end(Cell cell) {
    synchronized (cell) {
      cell.thread = null;
      StopPoint.spare(Thread.currentThread());
    }
  }

  private static void giveUp(Cell cell) {
    synchronized (cell) {
      if (cell.thread != null) {
        StopPoint.stop(cell.thread);
      }
    }
  }

  private static <T> T direct(Callable<T> piece) throws ExecutionException {
    try {
      return piece.call();
    } catch (Throwable e) {
      throw new ExecutionException(e);
    }
  }

  private static <T> T await(Future<T> future, Cell cell) throws ExecutionException {
    while (true) {
      try {
        return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (cell.deadline != 0 && System.nanoTime() - cell.deadline > 0) {
          giveUp(cell);
          throw new CancellationException();
        }
      } catch (InterruptedException e) {
        interrupt(cell);
      }
    }
  }

  /** Asks the running cell to stop. */
  void interrupt() {
    interrupt(current);
  }

  private static void interrupt(Cell cell) {
    boolean second = cell.stop;
    cell.stop = true;
    Thread thread = cell.thread;
    if (thread != null && (cell.commands.get() == 0 || second)) {
      thread.interrupt();
      cell.deadline = System.nanoTime() + GRACE_NANOS;
    }
  }

  /** Returns whether the cell that asks, or else the current one, is to stop. */
  boolean stopRequested() {
    Cell cell = own.get();
    return (cell == null ? current : cell).stop;
  }

  /** Returns whether this is the thread of a cell. */
  boolean inCell() {
    return own.get() != null;
  }

  /** Marks the piece as a command, which polls the stop signal and must not be broken off. */
  <T> T command(Supplier<T> piece) {
    Cell cell = own.get();
    if (cell == null) {
      return piece.get();
    }
    cell.commands.incrementAndGet();
    try {
      return piece.get();
    } finally {
      cell.commands.decrementAndGet();
    }
  }

  /** Waits until no code of a cell runs; returns whether that came true in time. */
  boolean awaitQuiet(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (current.thread != null && System.nanoTime() - end < 0) {
      Thread.sleep(LOOK_MILLIS);
    }
    return current.thread == null;
  }

  private static ExecutorService newWorker() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(null, task, "raft-cell", 64L << 20);
          thread.setDaemon(true);
          return thread;
        });
  }
}
