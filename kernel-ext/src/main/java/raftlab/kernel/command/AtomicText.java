package raftlab.kernel.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import raftlab.core.UserError;

/** Writes a text file beside its place and renames it into it, so that it is never half there. */
public final class AtomicText {

  private AtomicText() {}

  /**
   * Writes the file and the folders above it.
   *
   * @throws UserError if the place cannot be written
   */
  public static void write(Path path, String text) {
    Path target = path.toAbsolutePath();
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      Files.createDirectories(target.getParent());
      Files.writeString(partial, text);
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      partial.toFile().delete();
      throw new UserError(
          "cannot write "
              + path
              + " ("
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + ")",
          "",
          "Choose a folder that can be written, or free some space");
    }
  }
}
