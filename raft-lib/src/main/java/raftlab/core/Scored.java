package raftlab.core;

/** A completion with its reward. */
public record Scored(Completion completion, Reward reward) {

  public Scored {
    Checks.notNull(completion, "completion");
    Checks.notNull(reward, "reward");
  }

  /** Returns the reward's value; NaN if it was skipped. */
  public double value() {
    return reward.value();
  }
}
