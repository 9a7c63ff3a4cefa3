package raftlab.loss;

import java.util.stream.IntStream;

/**
 * The part of a policy-gradient loss that advantages weigh, for one sequence, before normalising.
 */
sealed interface Surrogate {

  /** Writes d loss_t / d l_t to {@code slopes}, counts into the tally, and returns sum_t loss_t. */
  double of(SequenceScores sequence, double[] slopes, RatioTally tally);

  /**
   * Weighted negative log-likelihood, loss_t = - A l_t. With A = 1 it is fine-tuning on what was
   * kept (arXiv 2304.06767), with another advantage the plain policy gradient without importance
   * ratio (Minimal-RL compute_policy_loss_vanilla).
   */
  record LogLikelihood() implements Surrogate {

    @Override
    public double of(SequenceScores sequence, double[] slopes, RatioTally tally) {
      double sum = 0;
      for (int t = 0; t < slopes.length; t++) {
        sum -= sequence.advantage() * sequence.now()[t];
        slopes[t] = -sequence.advantage();
      }
      return sum;
    }
  }

  /**
   * Clipped surrogate (arXiv 1707.06347; algorithms.md cards 4 and 5):
   *
   * <pre>
   * loss_t = - min( rho_t A, clip(rho_t, 1 - low, 1 + high) A )
   * and for A &lt; 0 no less than - dual A                                (arXiv 1912.09729)
   * </pre>
   *
   * <p>log rho is clamped to [-20, 20] (verl), that of a sequence to at most 10; beyond there is no
   * slope. With a ratio of the sequence the slope of each token is that of {@code log s_t = sg(log
   * s) + l_t - sg(l_t)} (verl compute_policy_loss_gspo).
   */
  record Clipped(RatioLevel level, ClipRange clip) implements Surrogate {

    private static final double TOKEN_BOUND = 20;
    private static final double SEQUENCE_BOUND = 10;

    @Override
    public double of(SequenceScores sequence, double[] slopes, RatioTally tally) {
      double sum = 0;
      double whole = level == RatioLevel.SEQUENCE ? meanLogRatio(sequence) : 0;
      for (int t = 0; t < slopes.length; t++) {
        double log = level == RatioLevel.SEQUENCE ? whole : sequence.now()[t] - sequence.old()[t];
        double least = level == RatioLevel.SEQUENCE ? Double.NEGATIVE_INFINITY : -TOKEN_BOUND;
        double most = level == RatioLevel.SEQUENCE ? SEQUENCE_BOUND : TOKEN_BOUND;
        double ratio = Math.exp(Math.max(least, Math.min(most, log)));
        double advantage = sequence.advantage();
        double objective = objective(ratio, advantage);
        boolean free = objective == ratio * advantage && log >= least && log <= most;
        slopes[t] = free ? -advantage * ratio : 0;
        sum -= objective;
        tally.add(ratio, advantage, clip);
      }
      return sum;
    }

    private double objective(double ratio, double advantage) {
      double least = Math.min(ratio * advantage, clip.clipped(ratio) * advantage);
      return advantage < 0 && clip.dual() > 0 ? Math.max(least, clip.dual() * advantage) : least;
    }

    private static double meanLogRatio(SequenceScores sequence) {
      return IntStream.range(0, sequence.length())
          .mapToDouble(t -> sequence.now()[t] - sequence.old()[t])
          .average()
          .orElse(0);
    }
  }
}
