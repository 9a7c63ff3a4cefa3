package raftlab.kernel.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import raftlab.core.UserError;

/**
 * Lets one working command of a session run at a time. A kernel gives the prompt back before
 * interrupted work has ended, so the next command waits a moment and then says what still runs.
 * Re-entrant, since a cell may run a command inside another's body. Thread-safe.
 */
public final class SessionLock {

  private static final Duration SHORT = Duration.ofMillis(50);

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Duration patience;
  private final Clock clock;
  private volatile String holder = "";
  private volatile Instant since = Instant.EPOCH;

  public SessionLock(Duration patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Takes the lock for a command line. If another command holds it, the user is told so once and
   * the call waits.
   *
   * @param note what tells the user
   * @return what gives it back when closed
   * @throws UserError if another command still holds it after the patience is over
   */
  public Held take(String line, Consumer<String> note) {
    boolean nested = lock.isHeldByCurrentThread();
    if (!taken(SHORT)) {
      note.accept("`" + holder + "` is still running, for " + seconds() + " s; waiting for it");
      if (!taken(patience)) {
        throw new UserError(
            "`" + holder + "` is still running, for " + seconds() + " s",
            "an interrupt stops it at its next safe point",
            "Wait, interrupt again, or restart the kernel");
      }
    }
    if (!nested) {
      holder = line;
      since = clock.instant();
    }
    return lock::unlock;
  }

  /** Returns what runs and since when; empty if nothing does. */
  public String running() {
    return lock.isLocked() && !lock.isHeldByCurrentThread()
        ? "`" + holder + "` for " + seconds() + " s"
        : "";
  }

  private long seconds() {
    return Duration.between(since, clock.instant()).toSeconds();
  }

  private boolean taken(Duration wait) {
    try {
      return lock.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new raftlab.core.Stopped();
    }
  }

  /** A lock that is held until closed. */
  @FunctionalInterface
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
