package raftlab.eval;

import java.util.List;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;

/** A problem whose completions were checked: 1 right, 0 wrong, undecided or failed to check. */
record GradedProblem(Prompt prompt, List<Reward> verdicts) {

  GradedProblem {
    verdicts = List.copyOf(verdicts);
  }

  static GradedProblem of(ScoredGroup group) {
    return new GradedProblem(group.prompt(), group.samples().stream().map(Scored::reward).toList());
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

  ProblemOutcome outcome() {
    return new ProblemOutcome(prompt.id(), correct(), samples());
  }
}
