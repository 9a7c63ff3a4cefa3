package raftlab.data;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import raftlab.core.UserError;
import raftlab.files.FileFailure;

/** Opens a file for reading, or the one JSON member of a zip archive. */
final class InputFile {

  private static final List<String> JSON_ENDINGS = List.of(".json", ".jsonl");

  private InputFile() {}

  /** Opens a file; the errors of the user (no such file, a folder, not readable) are told. */
  static InputStream open(Path file) {
    if (!Files.exists(file)) {
      throw new UserError("there is no file " + file, "", "Check the path");
    }
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a folder", "", "Give a file inside it");
    }
    if (!Files.isReadable(file)) {
      throw new UserError(file + " cannot be read", "permission denied", "");
    }
    try {
      return file.toString().endsWith(".zip")
          ? member(file)
          // A channel's stream asks for its position, which a pipe does not have.
          : new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Returns the error for a file that the system could not read. */
  static UserError unreadable(Path file, IOException e) {
    return new UserError(file + " cannot be read", FileFailure.reason(e), "");
  }

  private static InputStream member(Path archive) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(archive.toFile());
    } catch (ZipException e) {
      throw new UserError(
          archive + " is not a zip archive", String.valueOf(e.getMessage()), "Fetch it again");
    }
    try {
      return closingBoth(zip, zip.getInputStream(onlyJson(archive, zip)));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipEntry onlyJson(Path archive, ZipFile zip) {
    List<? extends ZipEntry> found =
        zip.stream()
            .filter(entry -> JSON_ENDINGS.stream().anyMatch(entry.getName()::endsWith))
            .toList();
    if (found.size() != 1) {
      throw new UserError(
          archive + " holds " + found.size() + " JSON files, not one",
          "",
          "Unpack it and name the one you mean");
    }
    return found.get(0);
  }

  private static InputStream closingBoth(ZipFile zip, InputStream member) {
    return new FilterInputStream(new BufferedInputStream(member, 1 << 16)) {
      @Override
      public void close() throws IOException {
        super.close();
        zip.close();
      }
    };
  }
}
