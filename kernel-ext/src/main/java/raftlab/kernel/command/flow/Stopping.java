package raftlab.kernel.command.flow;

import java.util.function.Supplier;
import raftlab.core.Stopped;
import raftlab.kernel.command.Session;
import raftlab.run.RunDirectory;

/** Says how to go on after a stop. */
final class Stopping {

  private Stopping() {}

  static <T> T resumable(Session session, RunDirectory run, Supplier<T> work) {
    try {
      return work.get();
    } catch (Stopped e) {
      throw new Stopped(
          "stopped after iteration "
              + Math.max(0, run.lastComplete())
              + "; continue with "
              + session.frontEnd().prefix()
              + " resume "
              + run.name());
    }
  }
}
