package raftlab.kernel.command.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one process at a time change a workspace folder; others wait. */
final class WorkspaceLock {

  /** A short change of files. */
  @FunctionalInterface
  interface Change {
    void run() throws IOException;
  }

  private WorkspaceLock() {}

  @SuppressWarnings("try") // the lock is held for its scope and not otherwise used
  static void hold(Path folder, Change change) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      change.run();
    }
  }
}
