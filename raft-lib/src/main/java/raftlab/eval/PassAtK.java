package raftlab.eval;

import raftlab.core.Checks;

/**
 * The chance that at least one of k completions is right, estimated without bias from n of which c
 * are right: {@code 1 - C(n-c, k) / C(n, k)} (arXiv 2107.03374, equation 1), in [0, 1].
 */
public final class PassAtK {

  private PassAtK() {}

  /**
   * Returns the estimate of one problem.
   *
   * @param samples n, at least k
   * @param correct c, from 0 to n
   * @param k at least 1
   */
  public static double of(int samples, int correct, int k) {
    Checks.that(
        k >= 1 && k <= samples, () -> "pass@" + k + " needs 1 <= k <= " + samples + " samples");
    Checks.that(
        correct >= 0 && correct <= samples, () -> correct + " of " + samples + " cannot be right");
    return 1 - Combinations.ratio(samples - correct, samples, k);
  }
}
