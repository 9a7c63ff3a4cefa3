package raftlab.kernel.command.flow;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import raftlab.algorithm.Algorithm;
import raftlab.algorithm.Objective;
import raftlab.core.SamplingSettings;
import raftlab.kernel.command.Session;
import raftlab.select.SelectionSettings;
import raftlab.train.TrainSettings;

/** The algorithm of a run: what it brings along, with what the user set in its place. */
final class AlgorithmOptions {

  /**
   * Half the usual rate of fine-tuning: a policy gradient pushes on the tokens of wrong completions
   * as well. A starting point that was chosen, not tuned; a sweep over --lr measures others, and
   * the presets have the papers' rates.
   */
  private static final double GRADIENT_RATE = 1e-4;

  @Option(
      names = "--algorithm",
      defaultValue = "raft",
      description = "raft, raft-top, raft++, reinforce, reinforce-rej, grpo, dr-grpo, rloo or dpo")
  String name;

  @Option(
      names = "--kl-beta",
      defaultValue = "0",
      description = "reward per nat that leaving the run's start costs in the ranking")
  double klBeta;

  @Mixin LossOptions loss;

  Algorithm algorithm() {
    return Algorithm.named(name);
  }

  /** Returns the sampling: raft-top draws one completion per prompt unless told otherwise. */
  SamplingSettings sampling(SamplingSettings usual, Session session) {
    return algorithm() == Algorithm.RAFT_TOP && !session.isSet("num-generations")
        ? usual.withCompletionsPerPrompt(1)
        : usual;
  }

  SelectionSettings selection(SelectionOptions given, Session session) {
    return given.over(algorithm().selection(), session);
  }

  Objective objective(int longest) {
    return loss.over(algorithm().objective(longest)).withKlBeta(klBeta);
  }

  TrainSettings training(TrainSettings usual, Session session) {
    boolean supervised = algorithm() == Algorithm.RAFT || algorithm() == Algorithm.RAFT_TOP;
    return supervised || session.isSet("lr") ? usual : usual.withLearningRate(GRADIENT_RATE);
  }
}
