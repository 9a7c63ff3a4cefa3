package raftlab.eval;

import java.util.Arrays;

/** Chooses the interval of a mean of per-problem shares in [0, 1]. */
final class ShareEstimate {

  private ShareEstimate() {}

  /** Returns the mean over problems with its 95 % interval. */
  static Estimate of(double[] shares, int samples) {
    return of(shares, samples, Confidence.USUAL);
  }

  /**
   * Returns the mean over problems. Its interval is Wilson's for one sample per problem, else the
   * cluster bootstrap; where every problem is 0 or every problem is 1 resampling would claim
   * certainty, and of a single problem there is nothing to resample: Wilson's interval over
   * problems stands in.
   */
  static Estimate of(double[] shares, int samples, Confidence confidence) {
    if (samples == 1 && Arrays.stream(shares).allMatch(share -> share == 0 || share == 1)) {
      return Wilson.of((int) Arrays.stream(shares).sum(), shares.length, confidence);
    }
    double first = shares[0];
    boolean certain = first == 0 || first == 1;
    if (certain && Arrays.stream(shares).allMatch(share -> share == first)) {
      Estimate wilson = Wilson.of(first == 1 ? shares.length : 0, shares.length, confidence);
      return new Estimate(
          first, wilson.low(), wilson.high(), "wilson over problems", shares.length, samples);
    }
    return shares.length == 1
        ? Wilson.ofOneProblem(first, samples, confidence)
        : Bootstrap.of(shares, samples, confidence);
  }
}
