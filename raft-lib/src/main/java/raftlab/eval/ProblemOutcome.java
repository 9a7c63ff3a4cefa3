package raftlab.eval;

import raftlab.core.Checks;

/**
 * How a policy did on one problem.
 *
 * @param promptId the problem's prompt
 * @param correct right completions, from 0 to {@code samples}
 * @param samples completions, at least 1
 */
public record ProblemOutcome(String promptId, int correct, int samples) {

  public ProblemOutcome {
    Checks.notBlank(promptId, "prompt id");
    Checks.atLeast(samples, 1, "samples");
    Checks.that(
        correct >= 0 && correct <= samples, () -> correct + " of " + samples + " cannot be right");
  }

  /** Returns the share of right completions, in [0, 1]. */
  public double share() {
    return correct / (double) samples;
  }
}
