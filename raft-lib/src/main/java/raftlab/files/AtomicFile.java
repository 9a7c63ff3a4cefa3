package raftlab.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import raftlab.core.UserError;

/**
 * Writes a whole file or nothing: the content goes to a hidden file beside its place, is forced to
 * the disk and renamed. A reader sees the old content or the new one; after a failure or a kill the
 * old one is still there. Missing folders are made.
 *
 * <p>A {@link UserError} names the file and the reason if it cannot be written. Written through
 * plain streams, which a thread's interrupt does not close. Thread-safe; of two writers of one file
 * the later rename wins.
 */
public final class AtomicFile {

  private static final int BUFFER = 1 << 16;
  private static final AtomicLong COUNTER = new AtomicLong();

  /** Produces a file's content. */
  @FunctionalInterface
  public interface Content {

    /** Writes everything to the stream, which the caller closes. */
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFile() {}

  /** Writes text in UTF-8. */
  public static void writeText(Path file, String text) {
    writeBytes(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes. */
  public static void writeBytes(Path file, byte[] bytes) {
    write(file, out -> out.write(bytes));
  }

  /** Writes what the content produces; whatever it throws leaves the old file as it was. */
  public static void write(Path file, Content content) {
    Path place = file.toAbsolutePath();
    Path beside = null;
    try {
      Files.createDirectories(place.getParent());
      beside = createBeside(place);
      fill(beside, content);
      Files.move(
          beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(place.getParent());
    } catch (IOException e) {
      throw new UserError("cannot write " + file, FileFailure.reason(e), FileFailure.advice(e));
    } finally {
      deleteLeftover(beside);
    }
  }

  /**
   * Returns whether a file is what a killed process left of a write. Of a living process it may be
   * the write that goes on, so ask only where nobody else writes.
   */
  public static boolean isUnfinished(Path file) {
    return String.valueOf(file.getFileName()).matches("\\..+\\.\\d+-\\d+\\.part");
  }

  private static Path createBeside(Path place) throws IOException {
    String name =
        "."
            + place.getFileName()
            + "."
            + ProcessHandle.current().pid()
            + "-"
            + COUNTER.incrementAndGet()
            + ".part";
    Path beside = place.resolveSibling(name);
    Files.deleteIfExists(beside);
    return Files.createFile(beside);
  }

  private static void fill(Path beside, Content content) throws IOException {
    try (FileOutputStream file = new FileOutputStream(beside.toFile());
        BufferedOutputStream out = new BufferedOutputStream(file, BUFFER)) {
      content.writeTo(out);
      out.flush();
      file.getFD().sync();
    }
  }

  /** Makes the rename itself durable, where the system lets a folder be opened. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folder: its rename is journaled instead.
      return;
    }
  }

  private static void deleteLeftover(Path beside) {
    try {
      if (beside != null) {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      // The failure that left it is already on its way to the caller.
      return;
    }
  }
}
