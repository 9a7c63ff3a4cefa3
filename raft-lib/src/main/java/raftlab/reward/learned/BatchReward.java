package raftlab.reward.learned;

import java.util.List;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;

/** A reward that reads with a model, which is much quicker on many completions at once. */
interface BatchReward extends RewardFunction {

  /** Enough to fill the engine; the memory of a batch is bounded where it is read. */
  int BATCH = 256;

  @Override
  List<Reward> scoreAll(List<Prompt> prompts, List<Completion> completions);

  @Override
  default Reward score(Prompt prompt, Completion completion) {
    return scoreAll(List.of(prompt), List.of(completion)).get(0);
  }

  @Override
  default int batch() {
    return BATCH;
  }
}
