package raftlab.data.minimath;

import raftlab.core.Checks;

/**
 * The share of each author style in the base model's corpus. Shares are not negative and sum to 1.
 *
 * @param careful share of {@link AuthorStyle#CAREFUL}
 * @param hasty share of {@link AuthorStyle#HASTY}
 * @param sloppy share of {@link AuthorStyle#SLOPPY}
 * @param unboxed share of {@link AuthorStyle#UNBOXED}
 * @param rambling share of {@link AuthorStyle#RAMBLING}
 */
public record StyleMix(
    double careful, double hasty, double sloppy, double unboxed, double rambling) {

  /** The mix of the shipped base model. */
  public static final StyleMix DEFAULT = new StyleMix(0.34, 0.16, 0.13, 0.26, 0.11);

  /** Reference solutions only: what a fully aligned policy writes. */
  public static final StyleMix CAREFUL_ONLY = new StyleMix(1, 0, 0, 0, 0);

  private static final double TOLERANCE = 1e-9;

  public StyleMix {
    double sum = 0;
    for (double share : new double[] {careful, hasty, sloppy, unboxed, rambling}) {
      Checks.user(
          share >= 0, "a style has the share " + share, "shares are probabilities", "Give 0 to 1");
      sum += share;
    }
    Checks.user(
        Math.abs(sum - 1) < TOLERANCE,
        "the shares of the styles sum to " + sum,
        "shares are probabilities",
        "Make them sum to 1");
  }

  /** Returns the style that belongs to a uniform draw in [0, 1). */
  AuthorStyle at(double uniform) {
    double[] shares = {careful, hasty, sloppy, unboxed, rambling};
    AuthorStyle[] styles = AuthorStyle.values();
    double left = uniform;
    for (int i = 0; i < shares.length - 1; i++) {
      if (left < shares[i]) {
        return styles[i];
      }
      left -= shares[i];
    }
    return styles[shares.length - 1];
  }
}
