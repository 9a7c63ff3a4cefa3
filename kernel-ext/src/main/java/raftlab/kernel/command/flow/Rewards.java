package raftlab.kernel.command.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import raftlab.core.RewardFunction;
import raftlab.core.UserError;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.command.store.DescribedReward;
import raftlab.kernel.command.store.Remake;
import raftlab.kernel.command.store.RewardCodec;
import raftlab.reward.VerifierCheck;
import raftlab.reward.VerifierReward;
import raftlab.run.RunDirectory;

/** Finds reward functions for runs, and the ones that runs were begun with. */
final class Rewards {

  static final String PROFILE = "math";

  private static final String FILE = "reward.json";

  private Rewards() {}

  /**
   * The verifiable reward under a profile: right 1, wrong 0, an answer outside a marker counts as
   * none.
   */
  static RewardFunction verifier(String profile) {
    return VerifierReward.of(VerifierCheck.forReward(profile));
  }

  /**
   * Returns the reward a run is to use: the named one, else the verifier of a profile, else the
   * last one defined, else the verifier of the usual profile.
   */
  static RewardFunction forRun(Session session, String name, String profile) {
    if (name != null && profile != null) {
      throw new UserError(
          "--reward " + name + " and --verifier " + profile + " are two rewards",
          "",
          "Keep one of them");
    }
    if (name == null && (profile != null || session.names().of(Kinds.REWARD).isEmpty())) {
      return verifier(profile == null ? PROFILE : profile);
    }
    return session.get(Kinds.REWARD, name);
  }

  /** Writes how the reward is made again, for a resume in another session. */
  static void remember(RunDirectory run, RewardFunction reward) {
    if (reward instanceof DescribedReward described) {
      RewardCodec.writeRecipe(file(run), described.recipe());
    }
  }

  /**
   * Returns the reward a run was begun with.
   *
   * @param name the reward to use, null to make the run's own again
   */
  static RewardFunction ofRun(Session session, RunDirectory run, String name, String profile) {
    if (name != null || profile != null || !Files.exists(file(run))) {
      return forResume(session, name, profile);
    }
    return new Remake(session.frontEnd(), session.catalog())
        .apply(RewardCodec.readRecipe(file(run)));
  }

  private static RewardFunction forResume(Session session, String name, String profile) {
    return name == null
        ? verifier(profile == null ? PROFILE : profile)
        : forRun(session, name, profile);
  }

  private static Path file(RunDirectory run) {
    return run.path().resolve(FILE);
  }
}
