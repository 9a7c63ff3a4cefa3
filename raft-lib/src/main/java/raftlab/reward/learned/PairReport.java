package raftlab.reward.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import raftlab.core.Checks;

/**
 * How well a reward model tells the better completion of pairs it was not trained on.
 *
 * @param pairs how many
 * @param accuracy share with a positive margin, ties one half; in [0, 1]
 * @param meanMargin mean of r(chosen) - r(rejected)
 * @param histogram margins in bins of equal width, from the least to the largest
 * @param calibration by confidence sigmoid(|margin|), which is at least one half
 * @param calibrationError mean distance of accuracy and confidence over the bins, weighted by their
 *     pairs
 * @param lengthCorrelation Pearson's between reward and length in tokens over all completions: how
 *     much the model pays for length; NaN if either never varies
 */
public record PairReport(
    int pairs,
    double accuracy,
    double meanMargin,
    List<Bin> histogram,
    List<Calibrated> calibration,
    double calibrationError,
    double lengthCorrelation) {

  private static final int BINS = 12;
  private static final int LEVELS = 5;

  /** Margins from {@code low} up to, but for the last bin without, {@code high}. */
  public record Bin(double low, double high, int count) {}

  /** Pairs whose confidence lies in a fifth of [0.5, 1]: what was claimed and what was so. */
  public record Calibrated(double confidence, double accuracy, int count) {}

  public PairReport {
    histogram = List.copyOf(histogram);
    calibration = List.copyOf(calibration);
  }

  /**
   * Makes the report.
   *
   * @param chosen rewards of the better completions
   * @param rejected those of the worse, in the same order
   * @param lengths tokens of the chosen, then of the rejected completions
   */
  public static PairReport of(double[] chosen, double[] rejected, int[] lengths) {
    Checks.that(
        chosen.length == rejected.length && chosen.length > 0,
        () -> chosen.length + " chosen and " + rejected.length + " rejected rewards");
    double[] margins = new double[chosen.length];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = chosen[i] - rejected[i];
    }
    List<Calibrated> levels = levels(margins);
    double error =
        levels.stream()
            .mapToDouble(each -> each.count() * Math.abs(each.accuracy() - each.confidence()))
            .sum();
    return new PairReport(
        margins.length,
        DoubleStream.of(margins).map(PairReport::right).average().orElse(0),
        DoubleStream.of(margins).average().orElse(0),
        bins(margins),
        levels,
        error / margins.length,
        correlation(
            DoubleStream.concat(DoubleStream.of(chosen), DoubleStream.of(rejected)).toArray(),
            lengths));
  }

  private static double right(double margin) {
    return margin > 0 ? 1 : margin == 0 ? 0.5 : 0;
  }

  private static List<Bin> bins(double[] margins) {
    double least = DoubleStream.of(margins).min().orElse(0);
    double most = DoubleStream.of(margins).max().orElse(0);
    double width = (most - least) / BINS;
    if (width == 0) {
      return List.of(new Bin(least, most, margins.length));
    }
    int[] counts = new int[BINS];
    for (double margin : margins) {
      counts[Math.min(BINS - 1, (int) ((margin - least) / width))]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(new Bin(least + i * width, least + (i + 1) * width, counts[i]));
    }
    return bins;
  }

  private static List<Calibrated> levels(double[] margins) {
    double[] confidence = new double[LEVELS];
    double[] right = new double[LEVELS];
    int[] counts = new int[LEVELS];
    for (double margin : margins) {
      double claimed = 1 / (1 + Math.exp(-Math.abs(margin)));
      int level = Math.min(LEVELS - 1, (int) ((claimed - 0.5) * 2 * LEVELS));
      confidence[level] += claimed;
      right[level] += right(margin);
      counts[level]++;
    }
    List<Calibrated> levels = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      if (counts[i] > 0) {
        levels.add(new Calibrated(confidence[i] / counts[i], right[i] / counts[i], counts[i]));
      }
    }
    return levels;
  }

  private static double correlation(double[] rewards, int[] lengths) {
    double meanReward = DoubleStream.of(rewards).average().orElse(0);
    double meanLength = java.util.Arrays.stream(lengths).average().orElse(0);
    double both = 0;
    double reward = 0;
    double length = 0;
    for (int i = 0; i < rewards.length; i++) {
      double r = rewards[i] - meanReward;
      double n = lengths[i] - meanLength;
      both += r * n;
      reward += r * r;
      length += n * n;
    }
    return both / Math.sqrt(reward * length);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f %% of %d held-out pairs right, mean margin %.3f, calibration error %.3f, correlation"
            + " with length %.2f",
        100 * accuracy,
        pairs,
        meanMargin,
        calibrationError,
        lengthCorrelation);
  }
}
