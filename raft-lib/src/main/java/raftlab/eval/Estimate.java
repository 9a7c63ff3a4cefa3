package raftlab.eval;

import java.util.Locale;
import raftlab.core.Checks;

/**
 * A number with its interval, at 95 % unless its report says another confidence.
 *
 * @param value the point estimate
 * @param low the interval's lower end; NaN if there is no interval
 * @param high the interval's upper end; NaN if there is no interval
 * @param method how the interval was made, with its settings
 * @param problems how many problems it rests on
 * @param samples completions per problem, the fewest where they differ
 */
public record Estimate(
    double value, double low, double high, String method, int problems, int samples) {

  public Estimate {
    Checks.notBlank(method, "method of the interval");
    Checks.atLeast(problems, 1, "problems");
    Checks.atLeast(samples, 1, "samples per problem");
  }

  /** Returns whether both ends of the interval are known. */
  public boolean hasInterval() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  @Override
  public String toString() {
    String size = " (" + problems + " problems x " + samples + ")";
    return hasInterval()
        ? String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", value, low, high) + size
        : String.format(Locale.ROOT, "%.3f", value) + size;
  }
}
