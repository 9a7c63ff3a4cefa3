package raftlab.kernel.command;

import java.time.Instant;
import java.util.Optional;

/** The last error of the session, for {@code lasterror}. Thread-safe. */
public final class ErrorLog {

  private volatile Entry last;

  /** An error, the line that caused it, and when. */
  public record Entry(Throwable error, String line, Instant when) {}

  public void record(Throwable error, String line) {
    last = new Entry(error, line, Instant.now());
  }

  public Optional<Entry> last() {
    return Optional.ofNullable(last);
  }
}
