package raftlab.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import raftlab.core.UserError;
import raftlab.files.FileFailure;
import raftlab.files.OutputFile;

/**
 * Writes JSON lines beside the file's place and renames them into it on {@link #commit()}; without
 * a commit, {@link #close()} removes what was written, so that there is never half a file. Not
 * thread-safe.
 */
public final class JsonLinesWriter implements AutoCloseable {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final Path file;
  private final Path beside;
  private final BufferedWriter out;
  private boolean committed;

  private JsonLinesWriter(Path file, Path beside, BufferedWriter out) {
    this.file = file;
    this.beside = beside;
    this.out = out;
  }

  /** Starts a file; its folder is made if it is missing. A folder is refused before any work. */
  public static JsonLinesWriter create(Path file) {
    Path whole = file.toAbsolutePath();
    OutputFile.refuseFolder(file);
    Path beside =
        whole.resolveSibling(whole.getFileName() + ".tmp" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(whole.getParent());
      return new JsonLinesWriter(
          whole, beside, Files.newBufferedWriter(beside, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Writes one row. A number that is NaN or infinite is a bug of the caller. */
  public void write(JsonObject row) {
    try {
      out.write(GSON.toJson(row));
      out.write('\n');
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Puts the file in its place. */
  public void commit() {
    try {
      out.close();
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      committed = true;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public void close() {
    if (committed) {
      return;
    }
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    } finally {
      discard();
    }
  }

  /** The system names the file beside, which means nothing to the user. */
  private static UserError failed(Path file, IOException e) {
    return new UserError(file + " cannot be written", FileFailure.reason(e), FileFailure.advice(e));
  }

  private void discard() {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + beside, e);
    }
  }
}
