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
   * @param gold name of the gold reward where that is a lambda of a cell, else null
   */
  static RaftLoop layOut(
      Session session,
      RunDirectory other,
      RunDirectory run,
      RaftSettings settings,
      String reward,
      String gold) {
    RewardFunction paid = Rewards.ofRun(session, other, reward, null);
    Path start = other.checkpoint(0);
    Rewards.remember(run, paid);
    // The settings, which are written last, make it a run: what it needs is there before.
    Optional<RewardFunction> judge = Rewards.goldOf(session, other, gold);
    judge.ifPresent(each -> Rewards.rememberGold(run, each));
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
      judge.ifPresent(loop::judgedBy);
      return loop;
    }
  }
}
