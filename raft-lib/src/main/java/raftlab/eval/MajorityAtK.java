package raftlab.eval;

import raftlab.core.Checks;
import raftlab.core.Seeds;

/**
 * The chance that the majority answer of k completions is right, in [0, 1]: the expectation over
 * all k-subsets of a problem's n and over uniform breaks of ties (self-consistency, arXiv
 * 2203.11171).
 *
 * <p>Exact while there are at most 10,000 subsets, else the mean over 10,000 subsets drawn from the
 * seed. Deviation: common implementations take the first of tied answers.
 */
public final class MajorityAtK {

  private static final int SUBSETS = 10_000;
  private static final long DRAWS = Seeds.key("eval/majority");

  private MajorityAtK() {}

  /**
   * Returns the estimate of one problem.
   *
   * @param ballot the votes of its n completions
   * @param k from 1 to n
   * @param seed decides the draws where there are too many subsets
   */
  public static double of(Ballot ballot, int k, long seed) {
    int n = ballot.votes().size();
    Checks.that(k >= 1 && k <= n, () -> "maj@" + k + " needs 1 <= k <= " + n + " samples");
    return Combinations.atMost(n, k, SUBSETS) ? exact(ballot, n, k) : drawn(ballot, n, k, seed);
  }

  private static double exact(Ballot ballot, int n, int k) {
    double[] sum = new double[2];
    Combinations.forEach(
        n,
        k,
        voters -> {
          sum[0] += ballot.majority(voters);
          sum[1]++;
        });
    return sum[0] / sum[1];
  }

  private static double drawn(Ballot ballot, int n, int k, long seed) {
    int[] order = new int[n];
    int[] voters = new int[k];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    double sum = 0;
    for (int draw = 0; draw < SUBSETS; draw++) {
      long drawSeed = Seeds.derive(seed, DRAWS, draw);
      for (int i = 0; i < k; i++) {
        int j = i + Seeds.below(drawSeed, i, n - i);
        voters[i] = order[j];
        order[j] = order[i];
        order[i] = voters[i];
      }
      sum += ballot.majority(voters);
    }
    return sum / SUBSETS;
  }
}
