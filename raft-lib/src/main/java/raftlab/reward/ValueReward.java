package raftlab.reward;

import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.Stopped;
import raftlab.core.UserError;

/**
 * A user's lambda {@code (prompt, completion) -> double} as a reward. NaN, an infinite value and
 * whatever the lambda throws make the completion skipped with the reason, never zero; only a
 * mistake that we can explain, such as a column that is not there, ends the scoring. Completions
 * are scored in parallel, so the lambda should not write to shared variables.
 */
public record ValueReward(String name, Scoring scoring) implements RewardFunction {

  public ValueReward {
    Checks.notBlank(name, "reward name");
    Checks.notNull(scoring, "lambda");
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    try {
      double value = scoring.score(prompt, completion);
      return Double.isInfinite(value)
          ? Reward.skipped("the reward is infinite")
          : Reward.of(value, "by " + name);
    } catch (Stopped | UserError passed) {
      throw passed;
    } catch (Exception | AssertionError | LinkageError | StackOverflowError failure) {
      return Reward.skipped(GuardedReward.describe(failure));
    }
  }
}
