package raftlab.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import raftlab.core.UserError;

/**
 * Whole folders: filled beside their place and renamed into it, and removed with all they hold.
 * Thread-safe.
 */
public final class Folders {

  private Folders() {}

  /**
   * Fills a new folder; it appears whole or not at all. A folder of that name must not be there
   * yet.
   */
  public static void writeWhole(Path folder, Consumer<Path> fill) {
    Path beside = folder.resolveSibling(folder.getFileName() + ".part");
    delete(beside);
    try {
      Files.createDirectories(beside);
      fill.accept(beside);
      if (Files.exists(folder)) {
        delete(folder);
      }
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UserError("cannot write " + folder, FileFailure.reason(e), FileFailure.advice(e));
    } finally {
      delete(beside);
    }
  }

  /** Removes a folder with all it holds; one that is not there is fine. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failure)
                throws IOException {
              Files.delete(each);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UserError("cannot remove " + folder, e.toString(), "check the folder's rights");
    }
  }

  /** Removes the files below a folder that a test takes; a folder that is not there is fine. */
  public static void deleteFiles(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).filter(wanted).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UserError("cannot clear " + folder, e.toString(), "check the folder's rights");
    }
  }
}
