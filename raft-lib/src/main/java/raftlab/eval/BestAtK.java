package raftlab.eval;

import java.util.List;
import raftlab.core.Checks;

/**
 * The expected worth of the completion with the highest reward among k of a problem's n, over all
 * k-subsets and over uniform breaks of ties; exact.
 *
 * <p>With m completions at or below a reward, the best of a k-subset is at or below it with
 * probability C(m, k) / C(n, k); among equal rewards each is as likely to be taken.
 */
public final class BestAtK {

  private BestAtK() {}

  /**
   * Returns the expectation for one problem.
   *
   * @param rewards n rewards that decide the choice; none is NaN
   * @param worth what each completion is worth, such as 1 if right and 0 if wrong
   * @param k from 1 to n
   */
  public static double of(List<Double> rewards, List<Double> worth, int k) {
    int n = rewards.size();
    Checks.that(worth.size() == n, () -> n + " rewards but " + worth.size() + " worths");
    Checks.that(k >= 1 && k <= n, () -> "best@" + k + " needs 1 <= k <= " + n + " samples");
    double expected = 0;
    int below = 0;
    for (double reward : rewards.stream().distinct().sorted().toList()) {
      int tied = 0;
      double total = 0;
      for (int i = 0; i < n; i++) {
        if (rewards.get(i).equals(reward)) {
          tied++;
          total += worth.get(i);
        }
      }
      double chance = Combinations.ratio(below + tied, n, k) - Combinations.ratio(below, n, k);
      expected += chance * total / tied;
      below += tied;
    }
    return expected;
  }
}
