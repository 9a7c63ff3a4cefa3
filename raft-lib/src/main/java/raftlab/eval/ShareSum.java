package raftlab.eval;

import java.util.Arrays;

/**
 * A growing list of per-problem shares that becomes an estimate. The shares themselves are kept up
 * to a number for which they can be resampled; beyond it only their sums are, and the interval is
 * the normal one, which the bootstrap's approaches.
 */
final class ShareSum {

  /** How many shares are kept: 10,000 resamples of so many take about a second. */
  static final int RESAMPLED = 20_000;

  private static final double Z = 1.96;

  private double[] kept = new double[64];
  private long count;
  private double sum;
  private double squares;

  void add(double share) {
    if (count < RESAMPLED) {
      if (count == kept.length) {
        kept = Arrays.copyOf(kept, 2 * kept.length);
      }
      kept[(int) count] = share;
    }
    count++;
    sum += share;
    squares += share * share;
  }

  long count() {
    return count;
  }

  /** Returns the mean with its interval; {@code samples} per problem, the fewest. */
  Estimate estimate(int samples) {
    int problems = (int) Math.min(count, Integer.MAX_VALUE);
    if (count <= RESAMPLED) {
      return ShareEstimate.of(Arrays.copyOf(kept, problems), samples);
    }
    if (samples == 1 && sum == squares) {
      return Wilson.of((int) sum, problems);
    }
    double mean = sum / count;
    double variance = Math.max(0, squares / count - mean * mean) * count / (count - 1);
    double half = Z * Math.sqrt(variance / count);
    return new Estimate(
        mean,
        Math.max(0, mean - half),
        Math.min(1, mean + half),
        "normal over problems",
        problems,
        samples);
  }
}
