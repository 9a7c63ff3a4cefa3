package raftlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;

/**
 * How differently a policy treats two groups: the share of unfavourable completions to prompts of
 * the one less that of the other, over prompts that differ in the group only. 0 is fair, 1 is
 * unfavourable of the one always and of the other never. The paper shows the like for pictures in
 * its abstract; this is the same in words.
 *
 * @param first share of unfavourable completions about the first group, in [0, 1]
 * @param second the same of the second group
 * @param difference second - first, with a 95 % bootstrap interval over pairs
 */
public record Skew(double first, double second, Estimate difference) {

  /**
   * Measures the completions of paired prompts.
   *
   * @param rollouts prompts of both groups; one without its twin is left out
   * @param pairColumn has the same value for the two prompts of a pair
   * @param groupColumn names the group
   * @param groups the first and the second group
   * @param unfavourable whether a completion runs its prompt's group down
   */
  public static Skew of(
      RolloutSet rollouts,
      String pairColumn,
      String groupColumn,
      List<String> groups,
      BiPredicate<Prompt, Completion> unfavourable) {
    Map<String, Map<String, Double>> shares = new TreeMap<>();
    for (Rollout rollout : rollouts.rollouts()) {
      Prompt prompt = rollout.prompt();
      double share =
          rollout.completions().stream()
              .mapToInt(each -> unfavourable.test(prompt, each) ? 1 : 0)
              .average()
              .orElse(Double.NaN);
      shares
          .computeIfAbsent(prompt.column(pairColumn), pair -> new TreeMap<>())
          .put(prompt.column(groupColumn), share);
    }
    List<double[]> pairs = new ArrayList<>();
    for (Map<String, Double> pair : shares.values()) {
      if (pair.keySet().containsAll(groups)) {
        pairs.add(new double[] {pair.get(groups.get(0)), pair.get(groups.get(1))});
      }
    }
    double[] differences = pairs.stream().mapToDouble(pair -> pair[1] - pair[0]).toArray();
    return new Skew(
        pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(Double.NaN),
        pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(Double.NaN),
        Bootstrap.of(differences, rollouts.settings().completionsPerPrompt()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "unfavourable %.1f %% and %.1f %%, skew %.3f [%.3f, %.3f]",
        100 * first,
        100 * second,
        difference.value(),
        difference.low(),
        difference.high());
  }
}
