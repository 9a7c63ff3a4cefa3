package raftlab.eval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import raftlab.core.Reward;
import raftlab.core.Seeds;
import raftlab.reward.AnswerCheck;

/** The estimates of an evaluation over its graded problems. */
final class Metrics {

  private final List<GradedProblem> problems;
  private final AnswerCheck check;
  private final Confidence confidence;
  private List<Ballot> ballots;

  /** {@code check} says which answers are one vote. */
  Metrics(List<GradedProblem> problems, AnswerCheck check, Confidence confidence) {
    this.problems = problems;
    this.check = check;
    this.confidence = confidence;
  }

  /** Returns the fewest completions that a problem has. */
  static int samples(List<GradedProblem> problems) {
    return problems.stream().mapToInt(GradedProblem::samples).min().orElseThrow();
  }

  static Estimate passAt1(List<GradedProblem> problems, Confidence confidence) {
    return ShareEstimate.of(
        problems.stream().mapToDouble(problem -> problem.outcome().share()).toArray(),
        samples(problems),
        confidence);
  }

  /** Returns pass@1, the metrics asked for, and the share left undecided if there is any. */
  Map<String, Estimate> of(List<Metric> metrics) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    estimates.put(Metric.PASS_1.toString(), passAt1(problems, confidence));
    for (Metric metric : metrics) {
      estimates.computeIfAbsent(metric.toString(), name -> estimate(metric));
    }
    if (problems.stream().anyMatch(problem -> problem.undecidedShare() > 0)) {
      estimates.put("unknown_ratio", mean(GradedProblem::undecidedShare));
    }
    return estimates;
  }

  private Estimate estimate(Metric metric) {
    int k = metric.k();
    return switch (metric.kind()) {
      case PASS -> mean(problem -> PassAtK.of(problem.samples(), problem.correct(), k));
      case MAJ -> majority(k);
      case BEST -> mean(problem -> problem.best(k));
    };
  }

  private Estimate majority(int k) {
    if (ballots == null) {
      ballots = problems.parallelStream().map(this::ballot).toList();
    }
    double[] shares = new double[ballots.size()];
    Arrays.parallelSetAll(
        shares, i -> MajorityAtK.of(ballots.get(i), k, Seeds.key(problems.get(i).prompt().id())));
    return ShareEstimate.of(shares, samples(problems), confidence);
  }

  private Ballot ballot(GradedProblem problem) {
    return Ballot.of(
        problem.verdicts().stream().map(Reward::extracted).toList(),
        problem.verdicts().stream().map(GradedProblem::right).toList(),
        check::same);
  }

  private Estimate mean(ToDoubleFunction<GradedProblem> share) {
    return ShareEstimate.of(
        problems.stream().mapToDouble(share).toArray(), samples(problems), confidence);
  }
}
