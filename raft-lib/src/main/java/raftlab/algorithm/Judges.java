package raftlab.algorithm;

import java.util.Optional;
import raftlab.core.RewardFunction;
import raftlab.reward.AnswerCheck;

/**
 * Who judges a run's completions.
 *
 * @param reward what is trained on
 * @param gold what only watches: it judges the held-out samples and has no part in the training
 * @param check says what is right for pass@1
 */
record Judges(RewardFunction reward, Optional<RewardFunction> gold, AnswerCheck check) {

  Judges with(RewardFunction judge) {
    return new Judges(reward, Optional.of(judge), check);
  }
}
