package raftlab.eval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import raftlab.core.Reward;
import raftlab.core.Seeds;
import raftlab.reward.AnswerCheck;

/** The estimates of an evaluation over its graded problems. */
final class Metrics {

  private Metrics() {}

  /** Returns the fewest completions that a problem has. */
  static int samples(List<GradedProblem> problems) {
    return problems.stream().mapToInt(GradedProblem::samples).min().orElseThrow();
  }

  static Estimate passAt1(List<GradedProblem> problems) {
    return estimate(problems, problem -> problem.outcome().share());
  }

  /**
   * Returns pass@1, for every k beyond 1 pass@k and maj@k, the majority of all samples, and the
   * share the checker left undecided if there is any.
   */
  static Map<String, Estimate> of(
      List<GradedProblem> problems, List<Integer> ks, AnswerCheck check) {
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    metrics.put("pass@1", passAt1(problems));
    for (int k : ks.stream().filter(k -> k > 1).distinct().toList()) {
      metrics.put(
          "pass@" + k,
          estimate(problems, problem -> PassAtK.of(problem.samples(), problem.correct(), k)));
    }
    putMajorities(metrics, problems, ks, check);
    if (problems.stream().anyMatch(problem -> problem.undecidedShare() > 0)) {
      metrics.put("unknown_ratio", estimate(problems, GradedProblem::undecidedShare));
    }
    return metrics;
  }

  private static void putMajorities(
      Map<String, Estimate> metrics,
      List<GradedProblem> problems,
      List<Integer> ks,
      AnswerCheck check) {
    TreeSet<Integer> sizes = new TreeSet<>(ks);
    sizes.add(samples(problems));
    sizes.remove(1);
    if (sizes.isEmpty()) {
      return;
    }
    List<Ballot> ballots =
        problems.parallelStream().map(problem -> ballot(problem, check)).toList();
    for (int k : sizes) {
      double[] shares = new double[ballots.size()];
      Arrays.parallelSetAll(
          shares, i -> MajorityAtK.of(ballots.get(i), k, Seeds.key(problems.get(i).prompt().id())));
      metrics.put("maj@" + k, ShareEstimate.of(shares, samples(problems)));
    }
  }

  private static Ballot ballot(GradedProblem problem, AnswerCheck check) {
    return Ballot.of(
        problem.verdicts().stream().map(Reward::extracted).toList(),
        problem.verdicts().stream().map(GradedProblem::right).toList(),
        check::same);
  }

  private static Estimate estimate(
      List<GradedProblem> problems, ToDoubleFunction<GradedProblem> share) {
    return ShareEstimate.of(problems.stream().mapToDouble(share).toArray(), samples(problems));
  }
}
