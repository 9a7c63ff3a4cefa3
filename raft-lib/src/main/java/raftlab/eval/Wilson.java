package raftlab.eval;

import raftlab.core.Checks;

/**
 * Wilson's score interval of a share at 95 %, for one yes-or-no observation per problem:
 *
 * <pre>
 * [ p + z^2/2N -+ z sqrt(p(1-p)/N + z^2/4N^2) ] / (1 + z^2/N),   z = 1.96
 * </pre>
 *
 * Not for several samples per problem, which are not independent: see {@link Bootstrap}.
 */
public final class Wilson {

  private static final double Z = 1.96;

  private Wilson() {}

  /** Returns the share of {@code problems} that are right, with its interval. */
  public static Estimate of(int correct, int problems) {
    Checks.that(
        problems >= 1 && correct >= 0 && correct <= problems,
        () -> correct + " right of " + problems + " problems is no share");
    double n = problems;
    double p = correct / n;
    double z2 = Z * Z;
    double centre = p + z2 / (2 * n);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
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
