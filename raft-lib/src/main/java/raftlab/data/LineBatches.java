package raftlab.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Optional;
import raftlab.files.Hashes;

/**
 * Cuts a file into batches of whole lines, for readers that parse on several threads. A file that
 * is one JSON array, or a zip archive with one JSON file inside, becomes the same batches with one
 * element per line. Memory is that of one batch, or of the longest line where that is longer (at
 * most 256 MiB). Not thread-safe.
 */
public final class LineBatches implements AutoCloseable {

  private static final int BATCH = 1 << 16;

  /** Where batches come from. */
  interface Source extends AutoCloseable {

    /** Returns the next batch, or empty at the end. */
    Optional<LineBatch> next() throws IOException;

    @Override
    void close() throws IOException;
  }

  private final Path file;
  private final DigestInputStream counted;
  private final Source source;
  private long bytes;

  private LineBatches(Path file, DigestInputStream counted, Source source) {
    this.file = file;
    this.counted = counted;
    this.source = source;
  }

  /** Opens a file; a {@link raftlab.core.UserError} says why it cannot be read. */
  public static LineBatches open(Path file) {
    Path name = file.getFileName();
    String shown = name == null ? file.toString() : name.toString();
    DigestInputStream counted = new DigestInputStream(InputFile.open(file), Hashes.digest());
    try {
      byte[] start = counted.readNBytes(BATCH);
      int at = contentStart(start);
      boolean array = at < start.length && start[at] == '[';
      int mark = afterByteOrderMark(start);
      InputStream whole =
          new SequenceInputStream(
              new ByteArrayInputStream(start, mark, start.length - mark), counted);
      return new LineBatches(
          file, counted, array ? new ArrayBatches(shown, whole) : new TextBatches(shown, whole));
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  /** Returns the next batch, or empty at the end. */
  public Optional<LineBatch> next() {
    try {
      Optional<LineBatch> batch = source.next();
      batch.ifPresent(lines -> bytes += lines.length());
      return batch;
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  /** Returns how many bytes of text were handed out. */
  public long bytes() {
    return bytes;
  }

  /** Returns the SHA-256 of the file; to be asked once, after the last batch. */
  public String sha256() {
    boolean archive = file.toString().endsWith(".zip");
    return archive ? Hashes.sha256(file) : Hashes.hex(counted.getMessageDigest());
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  private static int afterByteOrderMark(byte[] start) {
    boolean mark =
        start.length >= 3
            && start[0] == (byte) 0xEF
            && start[1] == (byte) 0xBB
            && start[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }

  private static int contentStart(byte[] start) {
    int at = afterByteOrderMark(start);
    while (at < start.length && (start[at] == ' ' || (start[at] >= '\t' && start[at] <= '\r'))) {
      at++;
    }
    return at;
  }
}
