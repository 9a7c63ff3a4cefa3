package raftlab.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import raftlab.core.UserError;

/**
 * Held while a run is being written: two writers would mix their iterations. The system releases it
 * when a process dies.
 */
public final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock of a run, or says that somebody else holds it. */
  public static RunLock take(RunDirectory run) {
    return take(run.path(), run.name());
  }

  /** Takes the lock of a folder that one process at a time writes; messages call it by its name. */
  public static RunLock take(Path folder, String name) {
    FileChannel channel = null;
    try {
      channel = open(folder);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new RunLock(channel);
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel);
    } catch (AccessDeniedException e) {
      throw new UserError(
          "cannot write the run's folder " + folder, "the folder is read-only", "Choose another");
    } catch (IOException e) {
      closeQuietly(channel);
      throw new UserError("cannot lock the run's folder " + folder + ": " + e.getMessage());
    }
    throw new UserError(
        name + " is still running", "another process or cell writes it", "Wait for it, or stop it");
  }

  /** Returns whether somebody writes the run now. */
  public static boolean held(RunDirectory run) {
    return held(run.path());
  }

  /** Returns whether somebody writes the folder of a run or a sweep now. */
  public static boolean held(Path folder) {
    if (!Files.exists(folder.resolve("lock"))) {
      return false;
    }
    try (FileChannel channel = open(folder)) {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static FileChannel open(Path run) throws IOException {
    Files.createDirectories(run);
    return FileChannel.open(
        run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Nothing was written through it.
      return;
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}
