package raftlab.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.UserError;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void makesMissingFoldersAndReplacesTheOldContent() throws IOException {
    Path file = folder.resolve("a/b/report.txt");
    AtomicFile.writeText(file, "first");
    AtomicFile.writeText(file, "größer");
    assertEquals("größer", Files.readString(file));
    assertEquals(List.of("report.txt"), names(file.getParent()));
  }

  @Test
  void keepsTheOldContentAndLeavesNothingWhenTheContentFails() throws IOException {
    Path file = folder.resolve("weights.bin");
    AtomicFile.writeText(file, "old");
    AtomicFile.Content failing =
        out -> {
          out.write(new byte[100_000]);
          throw new IOException("No space left on device");
        };
    UserError error = assertThrows(UserError.class, () -> AtomicFile.write(file, failing));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("weights.bin"), names(folder));
    assertEquals("No space left on device", error.known());
  }

  @Test
  void letsABugOfTheContentThroughAndLeavesNothing() throws IOException {
    Path file = folder.resolve("x");
    AtomicFile.Content failing =
        out -> {
          throw new IllegalStateException("bug");
        };
    assertThrows(IllegalStateException.class, () -> AtomicFile.write(file, failing));
    assertEquals(List.of(), names(folder));
  }

  @Test
  void saysWhenAFileStandsWhereAFolderIsNeeded() {
    AtomicFile.writeText(folder.resolve("plain"), "x");
    UserError error =
        assertThrows(
            UserError.class, () -> AtomicFile.writeText(folder.resolve("plain/inner"), "y"));
    assertTrue(error.known().contains("a file stands where a folder is needed"), error.known());
  }

  @Test
  void writesEvenWhenTheThreadIsInterrupted() throws IOException {
    Path file = folder.resolve("kept");
    Thread.currentThread().interrupt();
    try {
      AtomicFile.writeText(file, "kept");
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is left for the caller");
    }
    assertEquals("kept", Files.readString(file));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
