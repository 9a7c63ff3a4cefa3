package raftlab.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FileFailureTest {

  @Test
  void blamesTheDiskOnlyWhereTheSystemDoes() {
    assertEquals(
        "free some space, or give another place",
        FileFailure.advice(new FileSystemException("f", null, "No space left on device")));
    assertEquals(
        "give a place that you may write to", FileFailure.advice(new AccessDeniedException("f")));
    assertEquals(
        "give a place that you may write to",
        FileFailure.advice(new FileSystemException("f", null, "Read-only file system")));
  }
}
