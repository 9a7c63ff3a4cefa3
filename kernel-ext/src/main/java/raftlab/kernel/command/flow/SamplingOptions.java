package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import raftlab.core.SamplingSettings;

/** How completions are drawn: the options that sample and run share. */
final class SamplingOptions {

  /** Measured on 500 problems, two samples each at temperature 1. */
  static final String WHY_128 =
      "98 % of the embedded model's answers end within 128 tokens; give models that reason at"
          + " length more by --max-new-tokens.";

  @Option(
      names = {"-k", "--num-generations"},
      defaultValue = "8",
      description = "completions per prompt")
  int k;

  @Option(names = "--temperature", defaultValue = "1.0", description = "0 is greedy")
  double temperature;

  @Option(names = "--top-p", defaultValue = "1", description = "share of probability kept")
  double topP;

  @Option(names = "--top-k", defaultValue = "0", description = "tokens kept (0: all)")
  int topK;

  @Option(names = "--max-new-tokens", defaultValue = "128", description = "longest completion")
  int maxNewTokens;

  SamplingSettings settings(long seed) {
    return new SamplingSettings(k, temperature, topP, topK, maxNewTokens, seed, 0);
  }
}
