package raftlab.algorithm;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.core.Checks;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;

/**
 * A bound on one metric of a round ({@code --stop-if "entropy<0.1"}). A round that has not the
 * metric, such as pass@1 in a round without evaluation, does not meet it.
 *
 * @param metric its full name
 * @param operator one of {@code < <= > >=}
 * @param bound the value it is compared with
 */
public record StopCondition(String metric, String operator, double bound) {

  private static final Pattern FORM =
      Pattern.compile("\\s*([\\w@/]+)\\s*(<=|>=|<|>)\\s*([+-]?[0-9.]+(?:[eE][+-]?\\d+)?)\\s*");

  /** What people call the metrics, and their full names. */
  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("entropy", "entropy_estimate"),
              Map.entry("reward", "reward/mean"),
              Map.entry("pass@1", "eval/pass@1"),
              Map.entry("length", "length/mean"),
              Map.entry("kept", "selected/count"),
              Map.entry("truncated", "truncated_ratio"),
              Map.entry("skipped", "skipped_ratio"),
              Map.entry("all_right", "group/frac_all_correct"),
              Map.entry("all_wrong", "group/frac_all_wrong"),
              Map.entry("loss", "loss/policy"),
              Map.entry("grad_norm", "grad_norm"),
              Map.entry("kl", "kl_ref/k3"),
              Map.entry("kl_sum", "kl_ref/sum"),
              Map.entry("gold", "eval/gold"),
              Map.entry("gap", "eval/gap"),
              Map.entry("gold_drop", "eval/gold_drop"),
              Map.entry("drop", "eval/drop")));

  public StopCondition {
    Checks.notBlank(metric, "metric");
    Checks.notBlank(operator, "operator");
  }

  /**
   * Reads a condition.
   *
   * @throws UserError if it has another form or names no metric
   */
  public static StopCondition of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new UsageError(
          "--stop-if \"" + text + "\" is not a condition", "", "Write it like \"entropy<0.1\"");
    }
    double bound;
    try {
      bound = Double.parseDouble(matcher.group(3));
    } catch (NumberFormatException e) {
      throw new UsageError("--stop-if: " + matcher.group(3) + " is not a number");
    }
    return new StopCondition(fullName(matcher.group(1)), matcher.group(2), bound);
  }

  private static String fullName(String name) {
    String full = NAMES.containsValue(name) ? name : NAMES.get(name);
    if (full == null) {
      throw new UsageError(
          "--stop-if: no metric is called \"" + name + "\"",
          "",
          Suggest.near(name, NAMES.keySet()));
    }
    return full;
  }

  /** Returns whether a round's metrics meet it. */
  public boolean holds(Map<String, Double> metrics) {
    Double value = metrics.get(metric);
    if (value == null) {
      return false;
    }
    return switch (operator) {
      case "<" -> value < bound;
      case "<=" -> value <= bound;
      case ">" -> value > bound;
      default -> value >= bound;
    };
  }

  @Override
  public String toString() {
    return metric + operator + bound;
  }
}
