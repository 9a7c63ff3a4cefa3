package raftlab.core;

import java.util.Map;

/**
 * What a reward function said of one completion: a value with its reason, or that it could not say.
 *
 * @param value the reward; NaN exactly if skipped
 * @param skipped true if the function failed on this completion, which then leaves its group and is
 *     counted
 * @param unknown true if a verifier could neither prove nor refute the answer; the value is then
 *     what the caller maps that to
 * @param reason one sentence a student can read
 * @param extracted the answer that was read from the completion, empty if none
 * @param parts the components of a weighted sum by name; empty for a simple reward
 */
public record Reward(
    double value,
    boolean skipped,
    boolean unknown,
    String reason,
    String extracted,
    Map<String, Double> parts) {

  public Reward {
    Checks.notNull(reason, "reason");
    Checks.notNull(extracted, "extracted answer");
    Checks.that(
        skipped == Double.isNaN(value),
        () -> "a reward is NaN exactly if it is skipped: " + reason);
    parts = Map.copyOf(parts);
  }

  /** A plain value. */
  public static Reward of(double value, String reason) {
    return Double.isNaN(value) ? skipped("the reward is not a number") : of(value, reason, "");
  }

  /** A value with the answer it was decided on. */
  public static Reward of(double value, String reason, String extracted) {
    return new Reward(value, false, false, reason, extracted, Map.of());
  }

  /** A verdict that could not be reached, mapped to a value by the caller. */
  public static Reward unknown(double value, String reason, String extracted) {
    return new Reward(value, false, true, reason, extracted, Map.of());
  }

  /** The function failed on this completion. */
  public static Reward skipped(String reason) {
    return new Reward(Double.NaN, true, false, reason, "", Map.of());
  }

  public Reward withParts(Map<String, Double> named) {
    return new Reward(value, skipped, unknown, reason, extracted, named);
  }
}
