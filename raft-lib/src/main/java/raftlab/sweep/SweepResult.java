package raftlab.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import raftlab.algorithm.RunResult;

/**
 * What a sweep came to.
 *
 * @param name of the sweep
 * @param folder where it is
 * @param budget sampled tokens per run that were asked for, 0 for none
 * @param runs one row per planned run, in the plan's order
 * @param means final pass@1 over the seeds of each label, ended runs only
 */
public record SweepResult(
    String name, String folder, long budget, List<SweptRun> runs, List<SeedMean> means) {

  public SweepResult {
    runs = List.copyOf(runs);
    means = List.copyOf(means);
  }

  /**
   * Reads what is there of a sweep.
   *
   * @param failures reasons by name of the run
   */
  public static SweepResult of(SweepDirectory sweep, Map<String, String> failures) {
    List<SweptRun> rows = new ArrayList<>();
    for (PlannedRun run : sweep.plan().runs()) {
      rows.add(
          sweep
              .result(run)
              .map(result -> row(run, result))
              .orElseGet(() -> open(run, failures.getOrDefault(run.name(), "not done"))));
    }
    List<SeedMean> means = new ArrayList<>();
    for (String label : sweep.plan().labels()) {
      List<Double> values =
          rows.stream()
              .filter(row -> row.label().equals(label) && Double.isFinite(row.pass1()))
              .map(SweptRun::pass1)
              .toList();
      if (!values.isEmpty()) {
        means.add(SeedMean.of(label, values));
      }
    }
    return new SweepResult(
        sweep.name(), sweep.path().toString(), sweep.plan().budget(), rows, means);
  }

  private static SweptRun row(PlannedRun run, RunResult result) {
    double tokens =
        result.curve().stream().mapToDouble(each -> each.getOrDefault("tokens/sampled", 0.0)).sum();
    return new SweptRun(
        run.name(),
        run.label(),
        run.seed(),
        "done",
        result.basePass1(),
        result.finalPass1(),
        result.finalPass1Ci().get(0),
        result.finalPass1Ci().get(1),
        result.iterations(),
        Math.round(tokens),
        result.secondsRaft());
  }

  private static SweptRun open(PlannedRun run, String state) {
    double none = Double.NaN;
    return new SweptRun(
        run.name(), run.label(), run.seed(), state, none, none, none, none, 0, 0, 0);
  }

  /** Returns how many runs ended. */
  public long done() {
    return runs.stream().filter(row -> Double.isFinite(row.pass1())).count();
  }

  @Override
  public String toString() {
    return name + ": " + done() + " of " + runs.size() + " runs done";
  }
}
