package raftlab.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
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
