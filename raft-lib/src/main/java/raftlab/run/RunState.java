package raftlab.run;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run stands. */
public enum RunState {
  /** A process writes it. */
  RUNNING,
  /** It ended on request, or its process was killed: it can be resumed. */
  STOPPED,
  /** It reached its last iteration. */
  DONE;

  /** Derives the state from what is on disk, so that it is right after a kill as well. */
  public static RunState of(RunDirectory run) {
    Path result = run.path().resolve("result.json");
    if (Files.exists(result)) {
      return DONE;
    }
    return RunLock.held(run) ? RUNNING : STOPPED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
