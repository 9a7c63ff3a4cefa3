package raftlab.reward;

import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;

/**
 * 1 if the completion holds a balanced {@code \boxed{}} with something in it, else 0. Says nothing
 * of whether the answer is right. Thread-safe.
 */
public final class FormatReward implements RewardFunction {

  @Override
  public String name() {
    return "format";
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    String boxed = BoxedText.last(completion.text()).orElse("");
    return boxed.isEmpty()
        ? Reward.of(0, "no \\boxed{} with an answer in it")
        : Reward.of(1, "the answer is boxed", boxed);
  }
}
