package raftlab.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Streams the rows of a JSON lines file, of a file that is one JSON array, or of a zip archive with
 * one of either inside. Which it is is decided by the first character that is no blank.
 *
 * <p>Lines end at {@code \n} only; a byte order mark and {@code \r\n} are tolerated. Memory is that
 * of one row whatever the size of the file. A row that cannot be read ends the reading with a
 * {@code UserError} that names file and line, or goes to the callback that was given. Not
 * thread-safe.
 */
public final class JsonLines implements AutoCloseable {

  private static final int BYTE_ORDER_MARK = 3;

  private final Path file;
  private final RowSource source;
  private final Consumer<BrokenRow> onBroken;

  private JsonLines(Path file, RowSource source, Consumer<BrokenRow> onBroken) {
    this.file = file;
    this.source = source;
    this.onBroken = onBroken;
  }

  /** Opens a file; a broken row is an error. */
  public static JsonLines open(Path file) {
    return open(
        file,
        broken -> {
          throw broken.error();
        });
  }

  /** Opens a file; broken rows go to the callback and the rest is read. */
  public static JsonLines open(Path file, Consumer<BrokenRow> onBroken) {
    Path name = file.getFileName();
    return new JsonLines(
        file, source(file, name == null ? "" : name.toString(), InputFile.open(file)), onBroken);
  }

  /** Reads a stream, such as standard input, under a name used in messages. */
  public static JsonLines from(InputStream in, String name, Consumer<BrokenRow> onBroken) {
    Path shown = Path.of(name);
    return new JsonLines(shown, source(shown, name, in), onBroken);
  }

  /** Reads all rows of a file into memory; a broken row is an error. */
  public static List<Row> readAll(Path file) {
    List<Row> rows = new ArrayList<>();
    forEach(file, rows::add);
    return rows;
  }

  /** Hands each row of a file to a consumer; a broken row is an error. */
  public static void forEach(Path file, Consumer<Row> consumer) {
    try (JsonLines lines = open(file)) {
      for (Optional<Row> row = lines.next(); row.isPresent(); row = lines.next()) {
        consumer.accept(row.get());
      }
    }
  }

  /** Returns the next row that can be read, or empty at the end. */
  public Optional<Row> next() {
    try {
      while (true) {
        Optional<RowSource.Step> step = source.next();
        if (step.isEmpty()) {
          return Optional.empty();
        }
        if (step.get().row().isPresent()) {
          return step.get().row();
        }
        step.get().broken().ifPresent(onBroken);
      }
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  private static RowSource source(Path file, String name, InputStream in) {
    try {
      PushbackInputStream start = new PushbackInputStream(in, BYTE_ORDER_MARK);
      skipByteOrderMark(start);
      long blankLines = 0;
      int first = start.read();
      while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
        blankLines += first == '\n' ? 1 : 0;
        first = start.read();
      }
      if (first >= 0) {
        start.unread(first);
      }
      return first == '[' ? new ArrayRows(name, start) : new LineRows(name, start, blankLines);
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  private static void skipByteOrderMark(PushbackInputStream start) throws IOException {
    byte[] head = start.readNBytes(BYTE_ORDER_MARK);
    boolean mark =
        head.length == BYTE_ORDER_MARK
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF;
    if (!mark) {
      start.unread(head);
    }
  }
}
