package raftlab.eval;

import raftlab.core.UserError;

/**
 * Two policies on the same problems, compared problem by problem. Which is better on a problem is
 * decided by the share of right completions, or by another value such as the mean reward.
 *
 * @param a the first policy's id
 * @param b the second policy's id
 * @param difference mean value (pass@1) of a minus that of b, with a bootstrap interval over
 *     problems, both policies drawn together
 * @param wins problems on which a is better
 * @param ties problems on which neither is
 * @param losses problems on which b is better
 * @param signTest two-sided p-value of the exact sign test without ties; with one sample per
 *     problem this is the exact McNemar test
 */
public record PairedComparison(
    String a, String b, Estimate difference, int wins, int ties, int losses, double signTest) {

  /** Resampling equal values would claim certainty, so there is no interval. */
  private static final String SAME = "none: no problem differs";

  /**
   * Compares two reports.
   *
   * @throws UserError if they are not on the same problems
   */
  public static PairedComparison of(EvalReport a, EvalReport b) {
    return of(ProblemValues.of(a), ProblemValues.of(b), new Confidence(a.confidence()));
  }

  /**
   * Compares two policies by one value per problem.
   *
   * @throws UserError if they are not on the same problems
   */
  public static PairedComparison of(ProblemValues a, ProblemValues b, Confidence confidence) {
    requireSameProblems(a, b);
    double[] differences =
        a.values().entrySet().stream()
            .mapToDouble(problem -> problem.getValue() - b.values().get(problem.getKey()))
            .toArray();
    int wins = count(differences, 1);
    int losses = count(differences, -1);
    int samples = Math.min(a.samples(), b.samples());
    return new PairedComparison(
        a.name(),
        b.name(),
        wins + losses == 0
            ? new Estimate(0, Double.NaN, Double.NaN, SAME, differences.length, samples)
            : Bootstrap.of(differences, samples, confidence),
        wins,
        differences.length - wins - losses,
        losses,
        SignTest.of(wins, losses));
  }

  private static int count(double[] differences, int sign) {
    int count = 0;
    for (double difference : differences) {
      count += Math.signum(difference) == sign ? 1 : 0;
    }
    return count;
  }

  static void requireSameProblems(ProblemValues a, ProblemValues b) {
    boolean known = !a.dataSha256().isEmpty() && !b.dataSha256().isEmpty();
    boolean sameRows = !known || a.dataSha256().equals(b.dataSha256());
    if (sameRows && !a.values().isEmpty() && a.values().keySet().equals(b.values().keySet())) {
      return;
    }
    throw new UserError(
        a.data() + " and " + b.data() + " are not the same problems",
        sameRows
            ? a.values().size() + " against " + b.values().size() + " problems"
            : "the hashes of their rows differ",
        "Evaluate both policies on one set");
  }
}
