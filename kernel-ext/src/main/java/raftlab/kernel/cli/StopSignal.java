package raftlab.kernel.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import raftlab.kernel.command.ExitCode;

/**
 * Turns an interrupt (SIGINT) or termination (SIGTERM) of the process into the stop flag that long
 * work polls, and keeps the virtual machine alive, for a bounded time, until the work has ended at
 * a safe point: ending it inside a native call may crash it, and a checkpoint would be lost.
 * Thread-safe.
 */
final class StopSignal {

  private final Duration patience;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean requested;
  private volatile int exitCode;

  StopSignal(Duration patience) {
    this.patience = patience;
  }

  /** Listens from now on to the end of the process. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "raft-stop"));
  }

  /** Returns whether the work should stop. */
  boolean requested() {
    return requested;
  }

  /** Tells that the command has ended; the process may go. */
  void ended(int code) {
    exitCode = code;
    ended.countDown();
  }

  /** Asks the work to stop and waits for it; returns whether it ended in time. */
  boolean stopAndWait() {
    requested = true;
    try {
      return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void shutDown() {
    if (ended.getCount() == 0) {
      return; // the ordinary end
    }
    boolean inTime = stopAndWait();
    if (!inTime) {
      System.err.println(
          "raft: note: the work did not stop within " + patience.toSeconds() + " s.");
    }
    // The main thread now waits for this hook, so the exit code must be set here.
    Runtime.getRuntime().halt(inTime ? exitCode : ExitCode.INTERRUPTED.code());
  }
}
