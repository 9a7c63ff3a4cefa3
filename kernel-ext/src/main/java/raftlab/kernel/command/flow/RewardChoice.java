package raftlab.kernel.command.flow;

import raftlab.core.RewardFunction;
import raftlab.core.UserError;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.reward.StoredReward;
import raftlab.reward.VerifierCheck;
import raftlab.reward.VerifierReward;
import raftlab.verify.Profile;

/** Finds the rewards that {@code --reward} and {@code --by} name. */
final class RewardChoice {

  private static final String COLUMN = "column:";
  private static final String VERIFIER = "verifier";

  private RewardChoice() {}

  /**
   * Returns a named reward, the verifier under a profile ({@code verifier} or {@code
   * verifier:PROFILE}), or what stands beside imported completions ({@code column:NAME}).
   *
   * @param choice null for the last named reward
   */
  static RewardFunction of(Session session, String choice) {
    if (choice == null || (!choice.contains(":") && !choice.equals(VERIFIER))) {
      return session.get(Kinds.REWARD, choice);
    }
    if (choice.startsWith(COLUMN) && choice.length() > COLUMN.length()) {
      return new StoredReward(choice.substring(COLUMN.length()));
    }
    if (choice.equals(VERIFIER)) {
      return verifier(ByOptions.USUAL_PROFILE);
    }
    if (choice.startsWith(VERIFIER + ":")) {
      return verifier(choice.substring(VERIFIER.length() + 1));
    }
    throw new UserError(
        "\"" + choice + "\" does not name a reward",
        "",
        "Give the name of a reward, verifier:PROFILE or column:NAME");
  }

  private static RewardFunction verifier(String profile) {
    return VerifierReward.of(VerifierCheck.of(Profile.named(profile)));
  }
}
