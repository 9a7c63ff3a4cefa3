package raftlab.kernel.command.flow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import raftlab.algorithm.RaftSettings;
import raftlab.generate.SamplerLimits;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;
import raftlab.run.RunDirectory;

/**
 * What a run will cost at most: tokens, minutes and memory. Lengths are upper bounds, since a
 * completion may end early.
 *
 * @param settings of the run
 * @param policy what is sampled and trained
 * @param problems evaluation problems
 */
record RunEstimate(RaftSettings settings, DecoderPolicy policy, int problems) {

  /** Sustained rate of a small model on two cores, used where no run was measured. */
  private static final double ASSUMED_FLOPS = 20e9;

  private static final long BYTES = 4;
  private static final double MIB = 1 << 20;

  /** Sampled tokens per second of whole rounds of an earlier run, with its name. */
  record Rate(String run, double tokensPerSecond) {}

  /** Returns the rate of the last run that has a round; null if there is none. */
  static Rate lastRate() {
    List<String> names = Runs.names();
    for (int i = names.size() - 1; i >= 0; i--) {
      RunDirectory run = Runs.open(names.get(i));
      List<Map<String, Double>> rounds = RunFigures.metrics(run);
      if (rounds.size() > 1) {
        Map<String, Double> last = rounds.get(rounds.size() - 1);
        double tokens = completions(run) * last.getOrDefault("length/mean", 0.0);
        return new Rate(run.name(), tokens / last.getOrDefault("seconds/round", 1.0));
      }
    }
    return null;
  }

  private static double completions(RunDirectory run) {
    RaftSettings settings =
        RunDirectory.readRecord(run.path().resolve("config.json"), RaftSettings.class);
    return (double) settings.prompts() * settings.sampling().completionsPerPrompt();
  }

  List<String> sentences(Rate rate) {
    return List.of(tokens(), minutes(rate), memory());
  }

  /** Returns the most tokens sampled for training: a budget can be passed by one round. */
  long sampled() {
    long all = settings.iterations() * round();
    long budget = settings.rules().budget();
    return budget > 0 ? Math.min(all, budget - 1 + round()) : all;
  }

  /** Returns the most tokens of one round. */
  private long round() {
    return (long) settings.prompts()
        * settings.sampling().completionsPerPrompt()
        * settings.sampling().maxNewTokens();
  }

  /**
   * Returns the most tokens of the evaluations. Under a budget the number of rounds is not known:
   * completions of half the longest length are assumed.
   */
  long evaluated() {
    long rounds = settings.iterations();
    if (settings.rules().budget() > 0) {
      rounds = Math.min(rounds, 1 + 2 * settings.rules().budget() / round());
    }
    long curve = Math.max(0, rounds / settings.every() - 1L);
    long samples = 2L * settings.evaluationSamples() + curve * settings.curveSamples();
    return samples * problems * settings.sampling().maxNewTokens();
  }

  private String tokens() {
    return say(
        "At most %,d tokens to generate: %,d in %d rounds and %,d in evaluations.",
        sampled() + evaluated(), sampled(), settings.iterations(), evaluated());
  }

  private String minutes(Rate rate) {
    if (rate == null) {
      double perSecond = ASSUMED_FLOPS / (2.0 * policy.parameterCount());
      return say(
          "At most about %.0f minutes of sampling if this machine makes %,.0f tokens/s (assumed from"
              + " the model's size: no run here was measured yet), and fine-tuning.",
          Math.ceil((sampled() + evaluated()) / perSecond / 60), perSecond);
    }
    return say(
        "At most about %.0f minutes: %,.0f sampled tokens per second of a whole round, as in %s.",
        Math.ceil(sampled() / rate.tokensPerSecond() / 60), rate.tokensPerSecond(), rate.run());
  }

  /** Returns the completions of the largest phase: no more are ever in flight. */
  private long mostAtOnce() {
    long round = (long) settings.prompts() * settings.sampling().completionsPerPrompt();
    return Math.max(round, (long) problems * settings.evaluationSamples());
  }

  private String memory() {
    DecoderConfig config = policy.config();
    // Weights, gradients, two moments, and the copy that is sampled or saved.
    double training = 5.0 * policy.parameterCount() * BYTES;
    int length = Math.min(config.maxPositions(), 2 * settings.sampling().maxNewTokens());
    long perRow = 2L * config.layers() * config.kvHeads() * config.headDim() * length * BYTES;
    int fitting = SamplerLimits.fitting(config, length).rows();
    int rows = (int) Math.min(fitting, mostAtOnce());
    return say(
        "Native memory about %.0f MiB for weights, gradients and optimizer, and at most %.0f MiB for"
            + " the cache of %d completions at once.",
        training / MIB, rows * perRow / MIB, rows);
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
