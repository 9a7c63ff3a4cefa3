package raftlab.reward;

import raftlab.core.Checks;

/**
 * What a checker found in a response.
 *
 * @param outcome whether the answer is right
 * @param extracted the answer that was read from the response, empty if none
 * @param reason one sentence a student can read
 */
public record CheckedAnswer(Outcome outcome, String extracted, String reason) {

  /** The three-valued result: a checker that cannot tell says so. */
  public enum Outcome {
    CORRECT,
    WRONG,
    UNKNOWN
  }

  public CheckedAnswer {
    Checks.notNull(outcome, "outcome");
    Checks.notNull(extracted, "extracted answer");
    Checks.notNull(reason, "reason");
  }

  /** Returns whether the answer was shown to be right. */
  public boolean isCorrect() {
    return outcome == Outcome.CORRECT;
  }
}
