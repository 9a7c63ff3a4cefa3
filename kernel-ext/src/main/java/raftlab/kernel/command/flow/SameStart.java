package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.Optional;
import raftlab.algorithm.DecoderLearner;
import raftlab.algorithm.RaftLoop;
import raftlab.algorithm.RaftSettings;
import raftlab.core.RewardFunction;
import raftlab.kernel.command.Session;
import raftlab.run.RunDirectory;

/**
 * Lays out a run that starts like another one: the same policy, prompts, evaluation and rewards.
 */
final class SameStart {

  private SameStart() {}

  /**
   * Writes the folder of a run from that of another.
   *
   * @param reward the reward to use, null to make the other run's again
   */
  static RaftLoop layOut(
      Session session, RunDirectory other, RunDirectory run, RaftSettings settings, String reward) {
    RewardFunction paid = Rewards.ofRun(session, other, reward, null);
    Path start = other.checkpoint(0);
    Rewards.remember(run, paid);
    // The settings, which are written last, make it a run: what it needs is there before.
    Optional<RewardFunction> gold = Rewards.goldOf(session, other);
    gold.ifPresent(judge -> Rewards.rememberGold(run, judge));
    try (DecoderLearner learner = DecoderLearner.load(start, start, settings)) {
      RaftLoop loop =
          RaftLoop.start(
              run,
              settings,
              learner,
              other.prompts(() -> null),
              other.evaluationPrompts(() -> null),
              paid,
              Rewards.check(other, null),
              DecoderLearner::load);
      gold.ifPresent(loop::judgedBy);
      return loop;
    }
  }
}
