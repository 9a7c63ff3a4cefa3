package raftlab.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import raftlab.core.UsageError;
import raftlab.core.UserError;

/** Where a command writes what it made of another file. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Refuses a folder, and to write over the file that is read: a typing error would cost the user's
   * rows.
   *
   * @throws UsageError if both are the same file, by whatever names
   */
  public static void check(Path in, Path out) {
    refuseFolder(out);
    if (isSame(in, out)) {
      throw new UsageError(
          "--out " + out + " is the file that is read",
          "its rows would be lost",
          "Give another file to --out");
    }
  }

  /** Refuses a folder where a file is to be written. */
  public static void refuseFolder(Path out) {
    if (Files.isDirectory(out)) {
      throw new UserError(out + " is a folder", "", "Give a file inside it");
    }
  }

  private static boolean isSame(Path in, Path out) {
    try {
      return Files.exists(in) && Files.exists(out) && Files.isSameFile(in, out);
    } catch (IOException e) {
      return in.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize());
    }
  }
}
