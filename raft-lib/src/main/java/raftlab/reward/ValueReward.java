package raftlab.reward;

import java.util.function.ToDoubleBiFunction;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;

/**
 * A user's lambda {@code (prompt, completion) -> double} as a reward; NaN means skipped.
 * Completions are scored in parallel, so the lambda should not write to shared variables.
 */
public record ValueReward(String name, ToDoubleBiFunction<Prompt, Completion> value)
    implements RewardFunction {

  public ValueReward {
    Checks.notBlank(name, "reward name");
    Checks.notNull(value, "lambda");
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    return Reward.of(value.applyAsDouble(prompt, completion), "by " + name);
  }
}
