package raftlab.sweep;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import raftlab.core.Checks;

/**
 * What a sweep runs: every algorithm or preset with every combination of settings, for each seed.
 *
 * @param name of the sweep and its folder
 * @param budget sampled tokens per run, 0 for none; the runs' settings have it too
 * @param runs in the order they are run: seeds outermost, so that a sweep broken off holds the
 *     first seeds of every setting rather than every seed of the first ones
 */
public record SweepPlan(String name, long budget, List<PlannedRun> runs) {

  public SweepPlan {
    Checks.user(
        name.matches("[A-Za-z0-9_-]+"),
        "\"" + name + "\" is not a sweep's name",
        "",
        "Use letters, digits, _ and -");
    runs = List.copyOf(runs);
    Set<String> names = new HashSet<>();
    for (PlannedRun run : runs) {
      Checks.user(
          names.add(run.name()),
          "sweep " + name + " has the run " + run.name() + " twice",
          "",
          "Leave one of them out");
    }
  }

  /** Returns the labels in the order they first appear. */
  public List<String> labels() {
    return runs.stream().map(PlannedRun::label).distinct().toList();
  }
}
