package raftlab.select;

import java.util.List;
import raftlab.core.Checks;
import raftlab.core.Suggest;

/**
 * How completions are selected (algorithms.md cards 1, 2, 10 and 11).
 *
 * @param rule one of {@link #RULES}
 * @param keep the share kept, in (0, 1]: of all completions by {@code global-top}, of each group by
 *     {@code best-of-k} without a cap
 * @param threshold the task reward from which a completion counts as right: the bar of {@code
 *     threshold} and of the solved and failed groups
 * @param perPrompt the most completions kept of one prompt; 0 means no cap
 * @param ties the order of equal rewards
 * @param lengthPenalty taken from the reward for each token when completions are ranked, 0 or more;
 *     filters and advantages don't see it
 * @param discards which completions can never be kept
 * @param groups which prompts are left out
 * @param minReward the least task reward that can be kept; negative infinity means no bar
 */
public record SelectionSettings(
    String rule,
    double keep,
    double threshold,
    int perPrompt,
    Ties ties,
    double lengthPenalty,
    Discards discards,
    GroupFilter groups,
    double minReward) {

  /** The best completions of each prompt. */
  public static final String BEST_OF_K = "best-of-k";

  /** The best completions over all prompts. */
  public static final String GLOBAL_TOP = "global-top";

  /** Every completion at or above a reward. */
  public static final String THRESHOLD = "threshold";

  /** Everything that was not discarded or left out: for losses that learn from bad ones too. */
  public static final String ALL = "all";

  /** The best and the worst completion of each prompt, if their rewards differ: a pair. */
  public static final String BEST_AND_WORST = "best-and-worst";

  /** The rules there are. */
  public static final List<String> RULES =
      List.of(BEST_OF_K, GLOBAL_TOP, THRESHOLD, ALL, BEST_AND_WORST);

  private static final SelectionSettings BEST =
      new SelectionSettings(
          BEST_OF_K,
          1.0 / 8,
          1,
          1,
          Ties.FIRST,
          0,
          new Discards(true, true, true),
          GroupFilter.NONE,
          Double.NEGATIVE_INFINITY);

  public SelectionSettings {
    Checks.usage(
        RULES.contains(rule),
        "--rule \"" + rule + "\" is not a selection rule",
        "rules: " + String.join(", ", RULES),
        Suggest.nearest(String.valueOf(rule), RULES)
            .map(n -> "Did you mean " + n + "?")
            .orElse(""));
    Checks.usage(
        keep > 0 && keep <= 1,
        "--keep " + keep + (keep > 1 ? " keeps more than there is" : " keeps nothing"),
        "",
        "Give a share such as 1/8, or 0 < keep <= 1");
    Checks.usage(
        perPrompt >= 0,
        "--per-prompt " + perPrompt + " is not a number of completions",
        "",
        "Give 1 or more, or 0 for no cap");
    Checks.usage(
        !Double.isNaN(threshold), "--threshold is not a number", "", "Give a reward such as 1");
    Checks.usage(
        !Double.isNaN(minReward), "--min-reward is not a number", "", "Give a reward such as 0.5");
    Checks.usage(
        lengthPenalty >= 0 && Double.isFinite(lengthPenalty),
        "--length-penalty " + lengthPenalty + " is not a penalty",
        "",
        "Give 0 (none) or more, such as 0.001 for each token");
    Checks.notNull(ties, "ties");
    Checks.notNull(discards, "discards");
    Checks.notNull(groups, "group filter");
  }

  /** The best completion of each prompt, without truncated, empty and duplicate ones. */
  public static SelectionSettings bestOfK() {
    return BEST;
  }

  public SelectionSettings withRule(String value) {
    return new SelectionSettings(
        value, keep, threshold, perPrompt, ties, lengthPenalty, discards, groups, minReward);
  }

  public SelectionSettings withKeep(double value) {
    return new SelectionSettings(
        rule, value, threshold, perPrompt, ties, lengthPenalty, discards, groups, minReward);
  }

  public SelectionSettings withThreshold(double value) {
    return new SelectionSettings(
        rule, keep, value, perPrompt, ties, lengthPenalty, discards, groups, minReward);
  }

  public SelectionSettings withPerPrompt(int value) {
    return new SelectionSettings(
        rule, keep, threshold, value, ties, lengthPenalty, discards, groups, minReward);
  }

  public SelectionSettings withTies(Ties value) {
    return new SelectionSettings(
        rule, keep, threshold, perPrompt, value, lengthPenalty, discards, groups, minReward);
  }

  public SelectionSettings withLengthPenalty(double value) {
    return new SelectionSettings(
        rule, keep, threshold, perPrompt, ties, value, discards, groups, minReward);
  }

  /** Returns the settings with these discards. */
  public SelectionSettings withDiscards(boolean truncated, boolean empty, boolean duplicate) {
    return new SelectionSettings(
        rule,
        keep,
        threshold,
        perPrompt,
        ties,
        lengthPenalty,
        new Discards(truncated, empty, duplicate),
        groups,
        minReward);
  }

  public SelectionSettings withGroups(GroupFilter value) {
    return new SelectionSettings(
        rule, keep, threshold, perPrompt, ties, lengthPenalty, discards, value, minReward);
  }

  /** Returns the settings with these group filters; both keep mixed groups only. */
  public SelectionSettings withGroupFilters(boolean solved, boolean failed) {
    return withGroups(
        new GroupFilter(solved, failed, groups.dropEqual(), groups.leastRate(), groups.mostRate()));
  }

  public SelectionSettings withDropSolved(boolean value) {
    return withGroupFilters(value, groups.dropFailed());
  }

  public SelectionSettings withDropFailed(boolean value) {
    return withGroupFilters(groups.dropSolved(), value);
  }

  public SelectionSettings withMinReward(double value) {
    return new SelectionSettings(
        rule, keep, threshold, perPrompt, ties, lengthPenalty, discards, groups, value);
  }
}
