package raftlab.loss;

import raftlab.core.Checks;

/**
 * What a loss sees of one sequence: the log-probabilities of its T loss tokens in nats, and its
 * advantage. The arrays are not copied and not to be changed.
 *
 * @param now l, under the policy that is being trained; length T
 * @param old l_old, under the policy at the start of the round; length T, or empty where no ratio
 *     is needed
 * @param reference l_ref, under the frozen reference; length T, or empty where no KL is needed
 * @param advantage A, for every token
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SequenceScores(double[] now, double[] old, double[] reference, double advantage) {

  public SequenceScores {
    check(now.length, old.length, "old");
    check(now.length, reference.length, "reference");
  }

  /** A sequence without old and reference scores. */
  public static SequenceScores of(double[] now, double advantage) {
    return new SequenceScores(now, new double[0], new double[0], advantage);
  }

  /** Returns T. */
  public int length() {
    return now.length;
  }

  private static void check(int tokens, int scores, String which) {
    Checks.that(
        scores == 0 || scores == tokens,
        () -> scores + " " + which + " log-probabilities for " + tokens + " tokens");
  }
}
