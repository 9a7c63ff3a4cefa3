package raftlab.core;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Rollouts with a reward for each completion.
 *
 * @param name what the user calls it
 * @param policyId the policy that produced the completions
 * @param rewardName the reward function's name
 * @param settings how the completions were drawn
 * @param groups one per prompt, in the order of the prompt set
 */
public record ScoredSet(
    String name,
    String policyId,
    String rewardName,
    SamplingSettings settings,
    List<ScoredGroup> groups) {

  public ScoredSet {
    Checks.notBlank(name, "scored set name");
    Checks.notNull(policyId, "policy id");
    Checks.notNull(rewardName, "reward name");
    Checks.notNull(settings, "sampling settings");
    groups = List.copyOf(groups);
  }

  /** Returns every reward that was not skipped, group by group. */
  public DoubleStream values() {
    return groups.stream().flatMapToDouble(ScoredGroup::values);
  }

  /** Returns the mean reward; NaN if every completion was skipped. */
  public double mean() {
    return values().average().orElse(Double.NaN);
  }

  /** Returns how many rewards were skipped. */
  public long skippedCount() {
    return groups.stream()
        .flatMap(group -> group.samples().stream())
        .filter(scored -> scored.reward().skipped())
        .count();
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "%s: mean reward %.3f by %s over %d completions",
        name,
        mean(),
        rewardName,
        values().count());
  }
}
