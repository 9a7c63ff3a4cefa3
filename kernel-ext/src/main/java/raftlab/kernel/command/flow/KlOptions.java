package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;
import raftlab.core.RewardFunction;
import raftlab.core.UsageError;
import raftlab.model.DecoderPolicy;
import raftlab.model.EmbeddedModel;
import raftlab.reward.KlShaped;
import raftlab.reward.learned.ReferenceShaped;

/** What leaving a reference model costs in a reward. */
final class KlOptions {

  @Option(
      names = "--kl-beta",
      defaultValue = "0",
      description =
          "reward that each nat away from the reference costs, for sampled completions (0: off; a"
              + " run has its own --kl-beta, whose reference is its start)")
  double beta;

  @Option(
      names = "--kl-reference",
      paramLabel = "DIR",
      description = "model folder that --kl-beta refers to (the embedded model)")
  Path reference;

  RewardFunction over(RewardFunction reward) {
    KlShaped.checked(beta);
    if (beta == 0) {
      if (reference != null) {
        throw new UsageError(
            "--kl-reference needs --kl-beta",
            "without it nothing is compared",
            "Add --kl-beta 0.01");
      }
      return reward;
    }
    return new ReferenceShaped(
        reward, beta, DecoderPolicy.load(reference == null ? EmbeddedModel.folder() : reference));
  }

  String meaning() {
    return beta == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; less %s for each nat away from %s",
            beta,
            reference == null ? "the embedded model" : reference);
  }

  /** A run that shapes a reward which is shaped already would count the distance twice. */
  static void checkOnce(RewardFunction reward, double beta) {
    if (reward.countsKl() && beta > 0) {
      throw new UsageError(
          "--kl-beta " + beta + " would count the KL twice",
          "the reward has a --kl-beta of its own",
          "Keep one of them");
    }
  }
}
