package raftlab.kernel.command.flow;

import java.util.List;
import picocli.CommandLine.Option;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.kernel.command.Session;
import raftlab.select.Discards;
import raftlab.select.GroupFilter;
import raftlab.select.SelectionSettings;
import raftlab.select.Ties;

/** Which completions are kept: the options that select and run share. */
final class SelectionOptions {

  private static final List<String> DISCARDS = List.of("truncated", "empty", "duplicate");

  @Option(
      names = "--rule",
      defaultValue = "best-of-k",
      description = "best-of-k, global-top, threshold, all or best-and-worst")
  String rule;

  @Option(
      names = "--keep",
      defaultValue = "1/8",
      description = "share kept by global-top, or of each prompt with --per-prompt 0")
  double keep;

  @Option(names = "--threshold", defaultValue = "1", description = "reward of a right answer")
  double threshold;

  @Option(names = "--per-prompt", defaultValue = "1", description = "kept per prompt (0: no cap)")
  int perPrompt;

  @Option(names = "--ties", defaultValue = "FIRST", description = "first, shortest, random or all")
  Ties ties;

  @Option(
      names = "--length-penalty",
      defaultValue = "0",
      description = "taken from the reward for each token when ranking")
  double lengthPenalty;

  @Option(
      names = "--discard",
      paramLabel = "LIST",
      description = "truncated,empty,duplicate or none (the algorithm's)")
  String discard;

  @Option(names = "--drop-solved", description = "leave all-right groups out")
  boolean dropSolved;

  @Option(names = "--drop-failed", description = "leave all-wrong groups out")
  boolean dropFailed;

  @Option(names = "--drop-equal", description = "leave groups of equal rewards out")
  boolean dropEqual;

  @Option(
      names = "--solve-rate",
      paramLabel = "A..B",
      description = "leave groups out whose share of right answers is outside (0..1)")
  String solveRate;

  @Option(names = "--min-reward", description = "never keep a lower reward (no limit)")
  Double minReward;

  /** Returns the settings of the options alone. */
  SelectionSettings settings() {
    SelectionSettings base = SelectionSettings.bestOfK();
    return new SelectionSettings(
        rule,
        keep,
        threshold,
        perPrompt,
        ties,
        lengthPenalty,
        discards(base.discards()),
        groups(base.groups()),
        least());
  }

  /** Returns an algorithm's selection with what the user set in its place. */
  SelectionSettings over(SelectionSettings base, Session session) {
    return new SelectionSettings(
        session.isSet("rule") ? rule : base.rule(),
        session.isSet("keep") ? keep : base.keep(),
        session.isSet("threshold") ? threshold : base.threshold(),
        session.isSet("per-prompt") ? perPrompt : base.perPrompt(),
        session.isSet("ties") ? ties : base.ties(),
        session.isSet("length-penalty") ? lengthPenalty : base.lengthPenalty(),
        discards(base.discards()),
        groups(base.groups()),
        least());
  }

  private double least() {
    return minReward == null ? Double.NEGATIVE_INFINITY : minReward;
  }

  private Discards discards(Discards base) {
    if (discard == null) {
      return base;
    }
    List<String> words = discard.equals("none") ? List.of() : List.of(discard.split(",", -1));
    for (String word : words) {
      if (!DISCARDS.contains(word)) {
        throw new UsageError(
            "--discard " + word + " is not known", "", Suggest.near(word, DISCARDS));
      }
    }
    return new Discards(
        words.contains("truncated"), words.contains("empty"), words.contains("duplicate"));
  }

  private GroupFilter groups(GroupFilter base) {
    double[] band = {base.leastRate(), base.mostRate()};
    if (solveRate != null) {
      String[] ends = solveRate.split("\\.\\.", -1);
      if (ends.length != 2) {
        throw band(solveRate);
      }
      try {
        band = new double[] {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])};
      } catch (NumberFormatException e) {
        throw band(solveRate);
      }
    }
    return new GroupFilter(
        dropSolved || base.dropSolved(),
        dropFailed || base.dropFailed(),
        dropEqual || base.dropEqual(),
        band[0],
        band[1]);
  }

  private static UserError band(String text) {
    return new UsageError(
        "--solve-rate " + text + " is not a band", "", "Give two shares such as 0.1..0.9");
  }
}
