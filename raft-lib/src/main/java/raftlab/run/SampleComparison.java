package raftlab.run;

import java.util.Optional;
import raftlab.core.Completion;
import raftlab.core.Reward;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.ScoredSet;

/**
 * Compares what two runs drew in a round, and what it was paid.
 *
 * @param round the round, for the report
 * @param tolerance how far log-probabilities and rewards may be apart
 */
record SampleComparison(int round, double tolerance) {

  /** Compares two sets of rollouts, sample by sample and token by token. */
  Optional<RunDifference> rollouts(RolloutSet first, RolloutSet second) {
    if (first.rollouts().size() != second.rollouts().size()) {
      return RunDifference.of(
          round, "rollouts", "prompts", first.rollouts().size(), second.rollouts().size());
    }
    for (int i = 0; i < first.rollouts().size(); i++) {
      Rollout one = first.rollouts().get(i);
      Rollout two = second.rollouts().get(i);
      if (!one.prompt().equals(two.prompt())) {
        return RunDifference.of(
            round, "rollouts", "prompt " + (i + 1), one.prompt().id(), two.prompt().id());
      }
      if (one.completions().size() != two.completions().size()) {
        return RunDifference.of(
            round,
            "rollouts",
            "prompt " + one.prompt().id() + ", completions",
            one.completions().size(),
            two.completions().size());
      }
      for (int j = 0; j < one.completions().size(); j++) {
        var found = completion(one, one.completions().get(j), two.completions().get(j));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<RunDifference> completion(Rollout rollout, Completion one, Completion two) {
    String place = "prompt " + rollout.prompt().id() + ", sample " + one.sampleIndex();
    if (!one.text().equals(two.text()) || one.finish() != two.finish()) {
      return RunDifference.of(
          round,
          "rollouts",
          place,
          RunDifference.quoted(one.text()),
          RunDifference.quoted(two.text()));
    }
    if (one.trace().size() != two.trace().size()) {
      return RunDifference.of(
          round, "rollouts", place + ", tokens", one.trace().size(), two.trace().size());
    }
    for (int t = 0; t < one.trace().size(); t++) {
      if (one.trace().id(t) != two.trace().id(t)) {
        return RunDifference.of(
            round, "rollouts", place + ", token " + t, one.trace().id(t), two.trace().id(t));
      }
      if (RunDifference.apart(tolerance, one.trace().logProb(t), two.trace().logProb(t))) {
        return RunDifference.of(
            round,
            "rollouts",
            place + ", log-probability of token " + t,
            one.trace().logProb(t),
            two.trace().logProb(t));
      }
    }
    return Optional.empty();
  }

  /** Compares the rewards of two sets whose rollouts are the same. */
  Optional<RunDifference> rewards(ScoredSet first, ScoredSet second) {
    for (int i = 0; i < first.groups().size(); i++) {
      var one = first.groups().get(i);
      for (int j = 0; j < one.samples().size(); j++) {
        Reward before = one.samples().get(j).reward();
        Reward after = second.groups().get(i).samples().get(j).reward();
        if (before.skipped() != after.skipped()
            || RunDifference.apart(tolerance, before.value(), after.value())) {
          return RunDifference.of(
              round,
              "rewards",
              "prompt " + one.prompt().id() + ", sample " + j,
              said(before),
              said(after));
        }
      }
    }
    return Optional.empty();
  }

  private static String said(Reward reward) {
    return reward.skipped() ? "skipped" : Double.toString(reward.value());
  }
}
