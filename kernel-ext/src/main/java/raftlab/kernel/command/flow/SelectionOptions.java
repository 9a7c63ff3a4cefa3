package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import raftlab.select.SelectionSettings;
import raftlab.select.Ties;

/** Which completions are kept: the options that select and run share. */
final class SelectionOptions {

  @Option(
      names = "--rule",
      defaultValue = "best-of-k",
      description = "best-of-k, global-top or threshold")
  String rule;

  @Option(names = "--keep", defaultValue = "1/8", description = "share kept by global-top")
  double keep;

  @Option(names = "--threshold", defaultValue = "1", description = "least reward for threshold")
  double threshold;

  @Option(names = "--per-prompt", defaultValue = "1", description = "kept per prompt (0: no cap)")
  int perPrompt;

  @Option(names = "--ties", defaultValue = "FIRST", description = "first, shortest, random or all")
  Ties ties;

  @Option(names = "--drop-solved", description = "leave all-right groups out")
  boolean dropSolved;

  @Option(names = "--drop-failed", description = "leave all-wrong groups out")
  boolean dropFailed;

  @Option(
      names = "--min-reward",
      description = "never keep a lower reward (no limit)")
  Double minReward;

  SelectionSettings settings() {
    return new SelectionSettings(
        rule, keep, threshold, perPrompt, ties, true, true, true, dropSolved, dropFailed,
        minReward == null ? Double.NEGATIVE_INFINITY : minReward);
  }
}
