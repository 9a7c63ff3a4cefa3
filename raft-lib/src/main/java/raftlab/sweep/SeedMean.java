package raftlab.sweep;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import raftlab.core.Checks;

/**
 * The mean over seeds, with its 95 % interval by Student's t: mean +- t(0.975, n - 1) s / sqrt(n)
 * with s^2 = sum (x - mean)^2 / (n - 1). It speaks of the spread between seeds, not between
 * problems. With one seed there is no interval.
 *
 * @param label what the runs share
 * @param seeds how many
 * @param mean of the values
 * @param low NaN without an interval
 * @param high NaN without an interval
 */
public record SeedMean(String label, int seeds, double mean, double low, double high) {

  /** Returns the mean of at least one value. */
  public static SeedMean of(String label, List<Double> values) {
    Checks.atLeast(values.size(), 1, "values of " + label);
    int n = values.size();
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    if (n == 1) {
      return new SeedMean(label, 1, mean, Double.NaN, Double.NaN);
    }
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double t = TDistribution.of(n - 1).inverseSurvivalProbability(0.025);
    double half = t * Math.sqrt(squares / (n - 1) / n);
    return new SeedMean(label, n, mean, mean - half, mean + half);
  }

  /** Returns whether both ends of the interval are known. */
  public boolean hasInterval() {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
