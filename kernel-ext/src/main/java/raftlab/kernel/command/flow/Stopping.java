package raftlab.kernel.command.flow;

import java.util.function.Supplier;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.run.RunDirectory;

/** Says how to go on after a stop. */
final class Stopping {

  private Stopping() {}

  static <T> T resumable(RunDirectory run, Supplier<T> work) {
    try {
      return work.get();
    } catch (Stopped e) {
      throw new UserError(
          "stopped after iteration " + Math.max(0, run.lastComplete()) + " of " + run.name(),
          "everything up to there is kept",
          "Continue with: resume " + run.name());
    }
  }
}
