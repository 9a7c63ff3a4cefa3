package raftlab.loss;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Checks;

/**
 * Advantage-weighted loss with KL to a frozen reference and entropy bonus:
 *
 * <pre>
 * L = sum_i u_i sum_t ( surrogate_it + kl * k(l_it, l_ref_it) - entropy * H_it )
 * </pre>
 *
 * with u_i of the normaliser, k the estimator and H_it the entropy of the policy's distribution at
 * temperature 1, in nats. Covers RAFT, RAFT++, Reinforce, Reinforce-Rej, GRPO, Dr. GRPO and RLOO
 * (algorithms.md cards 2 to 7), which differ in advantage, ratio and normaliser.
 *
 * <p>Deviation from Minimal-RL: the normaliser applies to the policy term too, which there is a
 * token mean always.
 *
 * @param surrogate the term with the advantage
 * @param normalizer makes token losses one number
 * @param local sequences per local batch for {@link Normalizer#LOCAL_TOKEN}
 * @param longest L_max for {@link Normalizer#CONSTANT}
 * @param kl coefficient of the KL term, 0 or more
 * @param estimator that of the KL term
 * @param entropy coefficient of the bonus, 0 or more
 */
record PolicyGradient(
    Surrogate surrogate,
    Normalizer normalizer,
    int local,
    int longest,
    double kl,
    KlEstimator estimator,
    double entropy)
    implements PolicyLoss {

  @Override
  public LossValue of(List<SequenceScores> batch) {
    Checks.that(!batch.isEmpty(), () -> "an empty batch has no loss");
    double[] weights =
        normalizer.weights(
            batch.stream().mapToInt(SequenceScores::length).toArray(), local, longest);
    double[][] slopes = new double[batch.size()][];
    double[] entropies = new double[batch.size()];
    RatioTally tally = new RatioTally();
    double policy = 0;
    double penalty = 0;
    for (int i = 0; i < slopes.length; i++) {
      SequenceScores sequence = batch.get(i);
      slopes[i] = new double[sequence.length()];
      policy += weights[i] * surrogate.of(sequence, slopes[i], tally);
      penalty += weights[i] * penalise(sequence, slopes[i]);
      scale(slopes[i], weights[i]);
      entropies[i] = entropy * weights[i];
    }
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("loss/policy", policy);
    if (kl > 0) {
      metrics.put("loss/kl", kl * penalty);
    }
    tally.report(metrics);
    return new LossValue(policy + kl * penalty, slopes, entropies, metrics);
  }

  /** Adds the KL term's slopes and returns the sum of its estimates. */
  private double penalise(SequenceScores sequence, double[] slopes) {
    double sum = 0;
    if (kl > 0) {
      for (int t = 0; t < slopes.length; t++) {
        sum += estimator.value(sequence.now()[t], sequence.reference()[t]);
        slopes[t] += kl * estimator.slope(sequence.now()[t], sequence.reference()[t]);
      }
    }
    return sum;
  }

  private static void scale(double[] values, double factor) {
    for (int t = 0; t < values.length; t++) {
      values[t] *= factor;
    }
  }

  @Override
  public boolean needsScores() {
    return needsOld() || kl > 0;
  }

  @Override
  public boolean needsOld() {
    return surrogate instanceof Surrogate.Clipped;
  }

  @Override
  public boolean needsReference() {
    return kl > 0;
  }

  @Override
  public int unit() {
    return 1;
  }
}
