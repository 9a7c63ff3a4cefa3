package raftlab.kernel.command.flow;

import raftlab.core.RewardFunction;
import raftlab.reward.VerifierCheck;
import raftlab.reward.VerifierReward;

/** Makes reward functions from what the user typed. */
final class Rewards {

  private Rewards() {}

  /** The verifiable reward under a profile: right 1, wrong 0, an answer outside a marker counts as none. */
  static RewardFunction verifier(String profile) {
    return VerifierReward.of(VerifierCheck.forReward(profile));
  }
}
