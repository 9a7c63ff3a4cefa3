package raftlab.eval;

import java.util.Arrays;
import raftlab.core.Checks;
import raftlab.core.Seeds;

/**
 * The cluster bootstrap: problems are drawn with replacement, each with all its samples, and the
 * interval runs between percentiles of the resampled means, at 95 % from the 2.5th to the 97.5th.
 * Since a problem enters only by its mean, the means are what is drawn. The seed is fixed, so that
 * the same values always have the same interval.
 */
public final class Bootstrap {

  private static final int RESAMPLES = 10_000;
  private static final long SEED = Seeds.key("eval/bootstrap");

  private Bootstrap() {}

  /** Returns the mean over problems with its 95 % interval. */
  public static Estimate of(double[] problemMeans, int samples) {
    return of(problemMeans, samples, Confidence.USUAL);
  }

  /**
   * Returns the mean over problems with its interval; of a single problem there is no interval.
   *
   * @param problemMeans one finite value per problem
   * @param samples completions per problem
   * @param confidence of the interval
   */
  public static Estimate of(double[] problemMeans, int samples, Confidence confidence) {
    Checks.that(problemMeans.length > 0, () -> "there are no problems to resample");
    int problems = problemMeans.length;
    double mean = Arrays.stream(problemMeans).average().orElseThrow();
    if (problems == 1) {
      return new Estimate(mean, Double.NaN, Double.NaN, "none: one problem", 1, samples);
    }
    double[] means = resampledMeans(problemMeans);
    Arrays.sort(means);
    double tail = confidence.tail();
    return new Estimate(
        mean, percentile(means, tail), percentile(means, 1 - tail), method(), problems, samples);
  }

  private static String method() {
    return "bootstrap over problems, " + RESAMPLES + " resamples, seed " + SEED;
  }

  private static double[] resampledMeans(double[] values) {
    double[] means = new double[RESAMPLES];
    Arrays.parallelSetAll(means, resample -> resampledMean(values, Seeds.derive(SEED, resample)));
    return means;
  }

  private static double resampledMean(double[] values, long seed) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[Seeds.below(seed, i, values.length)];
    }
    return sum / values.length;
  }

  /** Interpolates linearly between the neighbouring order statistics. */
  private static double percentile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
