package raftlab.eval;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import raftlab.core.UserError;

/**
 * Two policies on the same problems, compared problem by problem. Which is better on a problem is
 * decided by the share of right completions.
 *
 * @param a the first policy's id
 * @param b the second policy's id
 * @param difference pass@1 of a minus that of b, in [-1, 1], with a bootstrap interval over
 *     problems, both policies drawn together
 * @param wins problems on which a is better
 * @param ties problems on which neither is
 * @param losses problems on which b is better
 * @param signTest two-sided p-value of the exact sign test without ties; with one sample per
 *     problem this is the exact McNemar test
 */
public record PairedComparison(
    String a, String b, Estimate difference, int wins, int ties, int losses, double signTest) {

  /**
   * Compares two reports.
   *
   * @throws UserError if they are not on the same problems
   */
  public static PairedComparison of(EvalReport a, EvalReport b) {
    Map<String, ProblemOutcome> others =
        b.problems().stream()
            .collect(Collectors.toMap(ProblemOutcome::promptId, Function.identity()));
    requireSameProblems(a, b, others);
    double[] differences =
        a.problems().stream()
            .mapToDouble(problem -> problem.share() - others.get(problem.promptId()).share())
            .toArray();
    int wins = count(differences, 1);
    int losses = count(differences, -1);
    return new PairedComparison(
        a.policyId(),
        b.policyId(),
        Bootstrap.of(differences, Math.min(a.passAt1().samples(), b.passAt1().samples())),
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

  private static void requireSameProblems(
      EvalReport a, EvalReport b, Map<String, ProblemOutcome> others) {
    List<String> missing =
        a.problems().stream()
            .map(ProblemOutcome::promptId)
            .filter(id -> !others.containsKey(id))
            .toList();
    boolean sameRows = a.dataSha256().equals(b.dataSha256());
    if (sameRows && missing.isEmpty() && a.problems().size() == others.size()) {
      return;
    }
    throw new UserError(
        a.data() + " and " + b.data() + " are not the same problems",
        sameRows
            ? a.problems().size() + " against " + others.size() + " problems"
            : "the hashes of their rows differ",
        "Evaluate both policies on one set");
  }
}
