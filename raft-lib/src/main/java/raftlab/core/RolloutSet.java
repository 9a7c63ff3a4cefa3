package raftlab.core;

import java.util.List;

/**
 * Groups of completions drawn from one policy.
 *
 * @param name what the user calls it
 * @param policyId the policy that produced the completions, or the file they were imported from
 * @param settings how they were drawn
 * @param rollouts one group per prompt, in the order of the prompt set
 */
public record RolloutSet(
    String name, String policyId, SamplingSettings settings, List<Rollout> rollouts) {

  public RolloutSet {
    Checks.notBlank(name, "rollout set name");
    Checks.notNull(policyId, "policy id");
    Checks.notNull(settings, "sampling settings");
    rollouts = List.copyOf(rollouts);
  }

  /** Returns the number of completions over all groups. */
  public int completionCount() {
    return rollouts.stream().mapToInt(rollout -> rollout.completions().size()).sum();
  }

  /** Returns the share of completions that were cut off, in [0, 1]; 0 if there are none. */
  public double truncatedRatio() {
    int count = completionCount();
    if (count == 0) {
      return 0;
    }
    long truncated =
        rollouts.stream()
            .flatMap(rollout -> rollout.completions().stream())
            .filter(Completion::truncated)
            .count();
    return truncated / (double) count;
  }

  @Override
  public String toString() {
    return name
        + ": "
        + rollouts.size()
        + " prompts, "
        + completionCount()
        + " completions by "
        + policyId;
  }
}
