package raftlab.kernel.command.flow;

import java.util.List;
import picocli.CommandLine.Option;
import raftlab.core.SamplingSettings;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.kernel.command.Session;
import raftlab.select.SelectionSettings;

/**
 * The algorithm of a run as a choice of settings over the same loop: {@code raft} keeps the best of
 * each prompt (algorithms.md card 2), {@code raft-top} draws one completion per prompt and keeps
 * the best over all prompts (card 1).
 */
final class AlgorithmOption {

  static final List<String> NAMES = List.of("raft", "raft-top");

  @Option(
      names = "--algorithm",
      defaultValue = "raft",
      description = "raft (best of each prompt) or raft-top (best over all prompts)")
  String algorithm;

  /** Returns the sampling of the algorithm: what the user set stays. */
  SamplingSettings sampling(SamplingSettings usual, Session session) {
    check();
    return algorithm.equals("raft-top") && !session.isSet("num-generations")
        ? usual.withCompletionsPerPrompt(1)
        : usual;
  }

  /** Returns the selection of the algorithm: what the user set stays. */
  SelectionSettings selection(SelectionSettings usual, Session session) {
    check();
    if (!algorithm.equals("raft-top")) {
      return usual;
    }
    if (session.isSet("rule") && !usual.rule().equals(SelectionSettings.GLOBAL_TOP)) {
      throw new UserError(
          "--algorithm raft-top keeps the best over all prompts, --rule "
              + usual.rule()
              + " does not",
          "",
          "Leave --rule out, or use --algorithm raft");
    }
    SelectionSettings top = usual.withRule(SelectionSettings.GLOBAL_TOP);
    return session.isSet("per-prompt") ? top : top.withPerPrompt(0);
  }

  private void check() {
    if (!NAMES.contains(algorithm)) {
      throw new UserError(
          "--algorithm " + algorithm + " is not known", "", Suggest.near(algorithm, NAMES));
    }
  }
}
