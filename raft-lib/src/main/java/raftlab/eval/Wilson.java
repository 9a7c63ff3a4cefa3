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
    double n = problems;
    double p = correct / n;
    double z = confidence.z();
    double z2 = z * z;
    double centre = p + z2 / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    double scale = 1 + z2 / n;
    return new Estimate(
        p,
        correct == 0 ? 0 : (centre - half) / scale,
        correct == problems ? 1 : (centre + half) / scale,
        "wilson",
        problems,
        1);
  }
}
