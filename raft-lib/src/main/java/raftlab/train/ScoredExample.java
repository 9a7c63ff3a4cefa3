package raftlab.train;

import raftlab.core.Checks;
import raftlab.loss.SequenceScores;

/**
 * A sequence to learn from with what a loss needs to know of it beside the policy.
 *
 * @param example the tokens
 * @param advantage A, the same for each loss token
 * @param old log-probabilities of the loss tokens at the start of the round; empty if not needed
 * @param reference those under the frozen reference; empty if not needed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ScoredExample(
    TrainingExample example, double advantage, double[] old, double[] reference) {

  public ScoredExample {
    Checks.notNull(example, "example");
  }

  /** An example of something to be learnt as it is. */
  public static ScoredExample of(TrainingExample example) {
    return new ScoredExample(example, 1, new double[0], new double[0]);
  }

  /** Joins the scores under the policy of this moment. */
  SequenceScores scores(double[] now) {
    return new SequenceScores(now, old, reference, advantage);
  }
}
