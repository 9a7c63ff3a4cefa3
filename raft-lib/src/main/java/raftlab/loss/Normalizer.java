package raftlab.loss;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the losses of single tokens become one number (algorithms.md card 6). Every kind is a weight
 * u_i for each token of sequence i, so that
 *
 * <pre>L = sum_i u_i sum_t m_it loss_it</pre>
 *
 * with B sequences of T_i tokens in the whole batch of one optimizer step. Which sequences are in
 * the batch is another question, the denominator's. TRL: grpo_trainer.py, _compute_loss; verl:
 * core_algos.py, agg_loss.
 */
public enum Normalizer {
  /** u = 1 / sum_j T_j over the whole batch (TRL dapo; verl token-mean). */
  TOKEN,
  /**
   * u_i = (b / B) / sum of T_j over the b sequences of its local batch (TRL bnpo; Minimal-RL, whose
   * local batch is what fits into memory; here its size is a setting).
   */
  LOCAL_TOKEN,
  /** u_i = 1 / (B T_i): mean of means (TRL grpo); favours short right and long wrong answers. */
  SEQUENCE,
  /** u = 1 / (B L_max) (TRL dr_grpo; arXiv 2503.20783). */
  CONSTANT,
  /** u = 1 / B: mean of sums (verl seq-mean-token-sum). */
  SEQUENCE_SUM;

  /**
   * Returns u_i for each sequence. A sequence without tokens gets 0 and still counts in B.
   *
   * @param lengths T_i
   * @param local sequences per local batch, for {@link #LOCAL_TOKEN}; at least 1
   * @param longest L_max, for {@link #CONSTANT}; at least 1
   */
  public double[] weights(int[] lengths, int local, int longest) {
    double[] weights = new double[lengths.length];
    double all = lengths.length;
    switch (this) {
      case TOKEN -> Arrays.fill(weights, 1.0 / Math.max(1, IntStream.of(lengths).sum()));
      case SEQUENCE -> Arrays.setAll(weights, i -> 1 / (all * Math.max(1, lengths[i])));
      case CONSTANT -> Arrays.fill(weights, 1 / (all * longest));
      case SEQUENCE_SUM -> Arrays.fill(weights, 1 / all);
      case LOCAL_TOKEN -> {
        for (int from = 0; from < lengths.length; from += local) {
          int to = Math.min(lengths.length, from + local);
          int tokens = IntStream.range(from, to).map(i -> lengths[i]).sum();
          Arrays.fill(weights, from, to, (to - from) / all / Math.max(1, tokens));
        }
      }
    }
    return weights;
  }
}
