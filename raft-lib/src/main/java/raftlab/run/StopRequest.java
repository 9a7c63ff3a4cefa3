package raftlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import raftlab.core.RunContext;
import raftlab.core.UserError;
import raftlab.files.FileFailure;

/**
 * A request of another process that work ends at its next safe point: an empty file in the folder
 * of the run or the sweep, which whoever works there looks for. It holds for the work that is going
 * on, so it is forgotten when work begins and when it ends.
 */
public final class StopRequest {

  private static final String FILE = "stop";

  /** Work polls at every token; the file system is asked less often. */
  private static final long PAUSE_NANOS = 100_000_000;

  private StopRequest() {}

  /** Asks whoever works in a folder to stop. */
  public static void ask(Path folder) {
    try {
      Files.writeString(folder.resolve(FILE), "");
    } catch (IOException e) {
      throw new UserError(
          "cannot write " + folder.resolve(FILE), FileFailure.reason(e), "Interrupt it instead");
    }
  }

  /** Removes a request that was heard, or came too late. */
  public static void forget(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(FILE));
    } catch (IOException e) {
      throw new UserError("cannot delete " + folder.resolve(FILE), FileFailure.reason(e), "");
    }
  }

  /** Returns the context of work in a folder, which also stops on a request there. */
  public static RunContext heeded(Path folder, RunContext outer) {
    forget(folder);
    Path file = folder.resolve(FILE);
    AtomicLong next = new AtomicLong(System.nanoTime());
    return new RunContext(() -> outer.stopRequested() || asked(file, next), outer::emit);
  }

  /** A request that was seen stays on disk, so each later look finds it again. */
  private static boolean asked(Path file, AtomicLong next) {
    long now = System.nanoTime();
    if (now - next.get() < 0) {
      return false;
    }
    if (Files.exists(file)) {
      return true;
    }
    next.set(now + PAUSE_NANOS);
    return false;
  }
}
