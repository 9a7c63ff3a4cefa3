package raftlab.kernel.command;

import java.nio.file.Path;

/**
 * Where runs are kept: what {@code config} or raft.yaml says under {@code runs}, else the property
 * raft.runs, else the variable RAFT_RUNS, else {@code ./runs}. A process has one workspace, and
 * with it one folder; completion, which sees no session, asks as well. Thread-safe.
 */
public final class RunsFolder {

  private static volatile Settings settings = Settings.inMemory();

  private RunsFolder() {}

  /** Takes the settings that the process has read, which later changes of them pass on. */
  static void use(Settings read) {
    settings = read;
  }

  /** Returns the folder, which need not exist. */
  public static Path path() {
    Setting known = settings.base("runs");
    if (known.origin() != Origin.DEFAULT) {
      return Path.of(known.value());
    }
    String own = System.getProperty("raft.runs", System.getenv("RAFT_RUNS"));
    return Path.of(own == null || own.isBlank() ? "runs" : own);
  }
}
