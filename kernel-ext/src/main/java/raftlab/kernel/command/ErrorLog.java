package raftlab.kernel.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;

/**
 * The last error, for {@code lasterror}: of the session, or, with a file, of the workspace, so that
 * a shell's next call finds it. Thread-safe.
 */
public final class ErrorLog {

  private final Optional<Path> file;
  private volatile Entry last;

  /** An error with its trace, the line that caused it, and when. */
  public record Entry(String trace, String line, Instant when) {}

  /** A log that ends with the session. */
  public ErrorLog() {
    this.file = Optional.empty();
  }

  /** A log that is kept in a file, whose folder is made for the first error. */
  public ErrorLog(Path file) {
    this.file = Optional.of(file);
  }

  public void record(Throwable error, String line) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    Entry entry = new Entry(trace.toString().strip(), line, Instant.now());
    last = entry;
    file.ifPresent(path -> write(path, entry));
  }

  public Optional<Entry> last() {
    return Optional.ofNullable(last)
        .or(() -> file.filter(Files::isRegularFile).flatMap(this::read));
  }

  /** A workspace that cannot be written must not hide the error that is on its way to the user. */
  private static void write(Path path, Entry entry) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      String line = entry.line().replace('\n', ' ');
      AtomicFile.writeText(path, entry.when() + "\n" + line + "\n" + entry.trace() + "\n");
    } catch (IOException | UserError e) {
      return;
    }
  }

  private Optional<Entry> read(Path path) {
    try {
      String[] parts = Files.readString(path).split("\n", 3);
      return parts.length < 3
          ? Optional.empty()
          : Optional.of(new Entry(parts[2].strip(), parts[1], Instant.parse(parts[0])));
    } catch (IOException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
