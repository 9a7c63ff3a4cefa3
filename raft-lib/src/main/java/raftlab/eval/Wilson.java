package raftlab.eval;

import raftlab.core.Checks;

/**
 * Wilson's score interval of a share, for one yes-or-no observation per problem:
 *
 * <pre>
 * [ p + z^2/2N -+ z sqrt(p(1-p)/N + z^2/4N^2) ] / (1 + z^2/N),   z = 1.96 at 95 %
 * </pre>
 *
 * Not for several samples per problem, which are not independent: see {@link Bootstrap}.
 */
public final class Wilson {

  private Wilson() {}

  /** Returns the share of {@code problems} that are right, with its 95 % interval. */
  public static Estimate of(int correct, int problems) {
    return of(correct, problems, Confidence.USUAL);
  }

  /** Returns the share of {@code problems} that are right, with its interval. */
  public static Estimate of(int correct, int problems, Confidence confidence) {
    Checks.that(
        problems >= 1 && correct >= 0 && correct <= problems,
        () -> correct + " right of " + problems + " problems is no share");
    return of(correct / (double) problems, problems, 1, "wilson", confidence);
  }

  /**
   * Returns the share of one problem's samples that are right as one observation of the set it
   * stands for: however many samples, the interval stays that of a single problem.
   */
  static Estimate ofOneProblem(double share, int samples, Confidence confidence) {
    return of(share, 1, samples, "wilson over one problem", confidence);
  }

  private static Estimate of(
      double p, int problems, int samples, String method, Confidence confidence) {
    double n = problems;
    double z = confidence.z();
    double z2 = z * z;
    double centre = p + z2 / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    double scale = 1 + z2 / n;
    return new Estimate(
        p,
        p == 0 ? 0 : (centre - half) / scale,
        p == 1 ? 1 : (centre + half) / scale,
        method,
        problems,
        samples);
  }
}
