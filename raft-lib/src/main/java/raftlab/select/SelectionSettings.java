package raftlab.select;

import java.util.List;
import raftlab.core.Checks;
import raftlab.core.Suggest;

/**
 * How completions are selected (algorithms.md cards 1, 2, 10 and 11).
 *
 * @param rule {@code best-of-k}, {@code global-top} or {@code threshold}
 * @param keep the share kept, in (0, 1]: of all completions by {@code global-top}, of each group by
 *     {@code best-of-k} without a cap
 * @param threshold the task reward from which a completion counts as right: the bar of {@code
 *     threshold} and of the solved and failed groups
 * @param perPrompt the most completions kept of one prompt; 0 means no cap
 * @param ties the order of equal rewards
 * @param discardTruncated removes completions without an end token
 * @param discardEmpty removes blank completions
 * @param discardDuplicate removes a completion whose exact text an earlier one of its prompt has
 * @param dropSolved removes prompts with right completions only
 * @param dropFailed removes prompts with wrong completions only
 * @param minReward the least task reward that can be kept; negative infinity means no bar
 */
public record SelectionSettings(
    String rule,
    double keep,
    double threshold,
    int perPrompt,
    Ties ties,
    boolean discardTruncated,
    boolean discardEmpty,
    boolean discardDuplicate,
    boolean dropSolved,
    boolean dropFailed,
    double minReward) {

  /** The best completions of each prompt. */
  public static final String BEST_OF_K = "best-of-k";

  /** The best completions over all prompts. */
  public static final String GLOBAL_TOP = "global-top";

  /** Every completion at or above a reward. */
  public static final String THRESHOLD = "threshold";

  /** The rules there are. */
  public static final List<String> RULES = List.of(BEST_OF_K, GLOBAL_TOP, THRESHOLD);

  public SelectionSettings {
    Checks.user(
        RULES.contains(rule),
        "--rule \"" + rule + "\" is not a selection rule",
        "rules: " + String.join(", ", RULES),
        Suggest.nearest(String.valueOf(rule), RULES)
            .map(n -> "Did you mean " + n + "?")
            .orElse(""));
    Checks.user(
        keep > 0 && keep <= 1,
        "--keep " + keep + (keep > 1 ? " keeps more than there is" : " keeps nothing"),
        "",
        "Give a share such as 1/8, or 0 < keep <= 1");
    Checks.user(
        perPrompt >= 0,
        "--per-prompt " + perPrompt + " is not a number of completions",
        "",
        "Give 1 or more, or 0 for no cap");
    Checks.user(
        !Double.isNaN(threshold), "--threshold is not a number", "", "Give a reward such as 1");
    Checks.user(
        !Double.isNaN(minReward), "--min-reward is not a number", "", "Give a reward such as 0.5");
    Checks.notNull(ties, "ties");
  }

  /** The best completion of each prompt, without truncated, empty and duplicate ones. */
  public static SelectionSettings bestOfK() {
    return new SelectionSettings(
        BEST_OF_K,
        1.0 / 8,
        1,
        1,
        Ties.FIRST,
        true,
        true,
        true,
        false,
        false,
        Double.NEGATIVE_INFINITY);
  }

  public SelectionSettings withRule(String value) {
    return new SelectionSettings(
        value,
        keep,
        threshold,
        perPrompt,
        ties,
        discardTruncated,
        discardEmpty,
        discardDuplicate,
        dropSolved,
        dropFailed,
        minReward);
  }

  public SelectionSettings withKeep(double value) {
    return new SelectionSettings(
        rule,
        value,
        threshold,
        perPrompt,
        ties,
        discardTruncated,
        discardEmpty,
        discardDuplicate,
        dropSolved,
        dropFailed,
        minReward);
  }

  public SelectionSettings withThreshold(double value) {
    return new SelectionSettings(
        rule,
        keep,
        value,
        perPrompt,
        ties,
        discardTruncated,
        discardEmpty,
        discardDuplicate,
        dropSolved,
        dropFailed,
        minReward);
  }

  public SelectionSettings withPerPrompt(int value) {
    return new SelectionSettings(
        rule,
        keep,
        threshold,
        value,
        ties,
        discardTruncated,
        discardEmpty,
        discardDuplicate,
        dropSolved,
        dropFailed,
        minReward);
  }

  public SelectionSettings withTies(Ties value) {
    return new SelectionSettings(
        rule,
        keep,
        threshold,
        perPrompt,
        value,
        discardTruncated,
        discardEmpty,
        discardDuplicate,
        dropSolved,
        dropFailed,
        minReward);
  }

  /** Returns the settings with these discards. */
  public SelectionSettings withDiscards(boolean truncated, boolean empty, boolean duplicate) {
    return new SelectionSettings(
        rule,
        keep,
        threshold,
        perPrompt,
        ties,
        truncated,
        empty,
        duplicate,
        dropSolved,
        dropFailed,
        minReward);
  }

  /** Returns the settings with these group filters; both keep mixed groups only. */
  public SelectionSettings withGroupFilters(boolean solved, boolean failed) {
    return new SelectionSettings(
        rule,
        keep,
        threshold,
        perPrompt,
        ties,
        discardTruncated,
        discardEmpty,
        discardDuplicate,
        solved,
        failed,
        minReward);
  }

  public SelectionSettings withDropSolved(boolean value) {
    return withGroupFilters(value, dropFailed);
  }

  public SelectionSettings withDropFailed(boolean value) {
    return withGroupFilters(dropSolved, value);
  }

  public SelectionSettings withMinReward(double value) {
    return new SelectionSettings(
        rule,
        keep,
        threshold,
        perPrompt,
        ties,
        discardTruncated,
        discardEmpty,
        discardDuplicate,
        dropSolved,
        dropFailed,
        value);
  }
}
