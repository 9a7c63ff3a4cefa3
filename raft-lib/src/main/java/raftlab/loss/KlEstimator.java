package raftlab.loss;

/**
 * Estimators of KL(pi || ref) from one token's log-probabilities, with d = l_ref - l (algorithms.md
 * card 7).
 *
 * <p>As a metric over samples of pi, k1 and k3 are unbiased, k3 with the lower variance, and k2 is
 * biased. As a loss only k2 has the gradient of KL(pi || ref) in expectation: k1 has none, k3 that
 * of KL(ref || pi).
 *
 * <p>d is clamped to [-20, 20] first, as verl does (kl_penalty_forward), and beyond it there is no
 * slope. Deviation from Minimal-RL: k3 itself is not clamped to [-10, 10].
 */
public enum KlEstimator {
  /** l - l_ref; any sign. */
  K1 {
    @Override
    double at(double d) {
      return -d;
    }

    @Override
    double slopeAt(double d) {
      return 1;
    }
  },
  /** (l - l_ref)^2 / 2; 0 or more. */
  K2 {
    @Override
    double at(double d) {
      return d * d / 2;
    }

    @Override
    double slopeAt(double d) {
      return -d;
    }
  },
  /** exp(d) - d - 1; 0 or more. */
  K3 {
    @Override
    double at(double d) {
      return Math.expm1(d) - d;
    }

    @Override
    double slopeAt(double d) {
      return -Math.expm1(d);
    }
  };

  private static final double BOUND = 20;

  /** Returns the estimate in nats. */
  public double value(double logProb, double reference) {
    return at(Math.max(-BOUND, Math.min(BOUND, reference - logProb)));
  }

  /** Returns the derivative of {@link #value} with respect to {@code logProb}. */
  public double slope(double logProb, double reference) {
    double d = reference - logProb;
    return Math.abs(d) > BOUND ? 0 : slopeAt(d);
  }

  abstract double at(double d);

  abstract double slopeAt(double d);
}
