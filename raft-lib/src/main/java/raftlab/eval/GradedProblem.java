package raftlab.eval;

import java.util.List;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;

/**
 * A problem whose completions were checked.
 *
 * @param prompt the problem
 * @param verdicts 1 right, 0 or -1 wrong, undecided, or failed to check
 * @param ranks the rewards that best-of-k chooses by, one per completion; empty if there are none
 */
record GradedProblem(Prompt prompt, List<Reward> verdicts, List<Double> ranks) {

  GradedProblem {
    verdicts = List.copyOf(verdicts);
    ranks = List.copyOf(ranks);
  }

  static GradedProblem of(ScoredGroup verdicts) {
    return new GradedProblem(
        verdicts.prompt(), verdicts.samples().stream().map(Scored::reward).toList(), List.of());
  }

  /** Adds the rewards to choose by; a completion without one is chosen last. */
  GradedProblem rankedBy(ScoredGroup ranking) {
    return new GradedProblem(
        prompt,
        verdicts,
        ranking.samples().stream()
            .map(each -> each.reward().skipped() ? Double.NEGATIVE_INFINITY : each.value())
            .toList());
  }

  static boolean right(Reward verdict) {
    return verdict.value() == 1;
  }

  static boolean undecided(Reward verdict) {
    return verdict.unknown() || verdict.skipped();
  }

  int samples() {
    return verdicts.size();
  }

  int correct() {
    return (int) verdicts.stream().filter(GradedProblem::right).count();
  }

  double undecidedShare() {
    return verdicts.stream().filter(GradedProblem::undecided).count() / (double) samples();
  }

  /** Returns the chance that the completion with the highest reward among k is right. */
  double best(int k) {
    return BestAtK.of(
        ranks, verdicts.stream().map(verdict -> right(verdict) ? 1.0 : 0.0).toList(), k);
  }

  ProblemOutcome outcome() {
    return new ProblemOutcome(prompt.id(), correct(), samples());
  }
}
