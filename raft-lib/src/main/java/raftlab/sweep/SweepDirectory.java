package raftlab.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import raftlab.algorithm.RunResult;
import raftlab.core.Checks;
import raftlab.core.UserError;
import raftlab.run.RunDirectory;

/**
 * The folder of a sweep: its plan in sweep.json, and one run directory per planned run. The plan is
 * written first, so that a sweep killed at any moment knows what it still has to do.
 */
public final class SweepDirectory {

  private static final String FILE = "sweep.json";

  private final Path path;
  private final SweepPlan plan;

  private SweepDirectory(Path path, SweepPlan plan) {
    this.path = path;
    this.plan = plan;
  }

  /**
   * Begins a sweep, or takes up the one that was begun with the same plan.
   *
   * @param runs the folder of runs
   * @throws UserError if a run or another plan has that name
   */
  public static SweepDirectory begin(Path runs, SweepPlan plan) {
    Path path = runs.resolve(plan.name());
    Checks.user(
        !Files.exists(path.resolve("config.json")),
        plan.name() + " is a run in " + runs,
        "",
        "Give the sweep another name: name: NAME in its file");
    if (is(path)) {
      SweepDirectory begun = open(path);
      Checks.user(
          begun.plan.equals(plan),
          "sweep " + plan.name() + " was begun with another plan",
          "its runs would not belong together",
          "Give this one another name, or continue the old one: resume " + plan.name());
      return begun;
    }
    RunDirectory.writeRecord(path.resolve(FILE), plan);
    return new SweepDirectory(path, plan);
  }

  /** Opens a sweep that was begun before. */
  public static SweepDirectory open(Path path) {
    return new SweepDirectory(path, RunDirectory.readRecord(path.resolve(FILE), SweepPlan.class));
  }

  /** Returns whether a folder is that of a sweep. */
  public static boolean is(Path path) {
    return Files.isRegularFile(path.resolve(FILE));
  }

  public Path path() {
    return path;
  }

  public SweepPlan plan() {
    return plan;
  }

  public String name() {
    return plan.name();
  }

  /** Returns the folder of a planned run, begun or not. */
  public Path folder(PlannedRun run) {
    return path.resolve(run.name());
  }

  /** Returns whether a planned run was laid out, so that it needs nothing but its folder. */
  public boolean begun(PlannedRun run) {
    return Files.exists(folder(run).resolve("config.json"));
  }

  /** Returns how a run ended; empty while it has not. */
  public Optional<RunResult> result(PlannedRun run) {
    Path file = folder(run).resolve("result.json");
    return Files.exists(file)
        ? Optional.of(RunDirectory.readRecord(file, RunResult.class))
        : Optional.empty();
  }

  /** Returns the runs that were begun. */
  public List<RunDirectory> runs() {
    return plan.runs().stream()
        .filter(this::begun)
        .map(each -> RunDirectory.open(folder(each)))
        .toList();
  }
}
