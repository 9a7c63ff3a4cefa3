package raftlab.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;

/**
 * One number per problem, by which policies are compared: the share of right completions or the
 * mean reward.
 *
 * @param name the policy or set they belong to
 * @param data the name of the problems
 * @param dataSha256 hash of the problems; empty if not known
 * @param samples completions per problem, the fewest where they differ
 * @param values by prompt id, in the order of the problems
 */
public record ProblemValues(
    String name, String data, String dataSha256, int samples, Map<String, Double> values) {

  public ProblemValues {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The share of right completions of each problem. */
  public static ProblemValues of(EvalReport report) {
    Map<String, Double> values = new LinkedHashMap<>();
    report.problems().forEach(problem -> values.put(problem.promptId(), problem.share()));
    return new ProblemValues(
        report.policyId(), report.data(), report.dataSha256(), report.passAt1().samples(), values);
  }

  /**
   * The share of right completions of each problem over several evaluations, such as those of runs
   * that differ in their seed: each counts alike, and their samples add up.
   *
   * @param name of the whole
   * @param reports at least one
   * @throws raftlab.core.UserError if they are not on the same problems
   */
  public static ProblemValues mean(String name, List<EvalReport> reports) {
    List<ProblemValues> each = reports.stream().map(ProblemValues::of).toList();
    ProblemValues first = each.get(0);
    each.forEach(other -> PairedComparison.requireSameProblems(first, other));
    Map<String, Double> means = new LinkedHashMap<>();
    for (String problem : first.values().keySet()) {
      means.put(
          problem,
          each.stream()
              .mapToDouble(values -> values.values().get(problem))
              .average()
              .orElseThrow());
    }
    int samples = each.stream().mapToInt(ProblemValues::samples).sum();
    return new ProblemValues(name, first.data(), first.dataSha256(), samples, means);
  }

  /** The mean reward of each problem; a problem whose completions were all skipped is left out. */
  public static ProblemValues of(ScoredSet set) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (ScoredGroup group : set.groups()) {
      group.values().average().ifPresent(mean -> values.put(group.prompt().id(), mean));
    }
    int samples = set.groups().stream().mapToInt(group -> group.samples().size()).min().orElse(1);
    return new ProblemValues(set.name(), set.name(), "", Math.max(1, samples), values);
  }

  /** Returns these values under another name. */
  public ProblemValues named(String other) {
    return new ProblemValues(other, data, dataSha256, samples, values);
  }
}
