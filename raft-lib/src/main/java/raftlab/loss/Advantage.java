package raftlab.loss;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The advantage A_i of each completion of a group from the group's rewards r_1 .. r_K
 * (algorithms.md cards 3 and 5). It is one number per completion and holds for each of its tokens.
 *
 * <p>Skipped completions are not in the group. Deviation from Minimal-RL, which takes mean 0 and
 * deviation 1 for a group of one: the kinds with a baseline give such a group no advantage at all,
 * since nothing can be compared.
 */
public enum Advantage {
  /** A = 1 for whatever was kept: filtered fine-tuning (arXiv 2304.06767). */
  KEPT(false) {
    @Override
    double[] raw(double[] rewards) {
      return fill(rewards.length, 1);
    }
  },
  /** A = max(r, 0): RAFT and RAFT++ (arXiv 2504.11343). Range [0, inf). */
  POSITIVE_PART(false) {
    @Override
    double[] raw(double[] rewards) {
      return DoubleStream.of(rewards).map(r -> Math.max(r, 0)).toArray();
    }
  },
  /**
   * A = r: Reinforce without a baseline (arXiv 2504.11343). With rewards of 0 and 1 wrong answers
   * carry nothing; to learn from them they must be -1.
   */
  REWARD(false) {
    @Override
    double[] raw(double[] rewards) {
      return rewards.clone();
    }
  },
  /**
   * A = r if the group's rewards differ, else 0: Reinforce-Rej (arXiv 2504.11343;
   * compute_reinforce_rej_outcome_advantage).
   */
  REWARD_OF_MIXED(true) {
    @Override
    double[] raw(double[] rewards) {
      return rewards.clone();
    }
  },
  /**
   * A = (r - mean) / (std + eps), std with K - 1: GRPO (arXiv 2402.03300). Deviation: a group of
   * equal rewards gets exactly 0, also where rounding would leave a rest.
   */
  GROUP_NORMALISED(true) {
    @Override
    double[] raw(double[] rewards) {
      double mean = mean(rewards);
      double squares = DoubleStream.of(rewards).map(r -> (r - mean) * (r - mean)).sum();
      double deviation = Math.sqrt(squares / (rewards.length - 1));
      return DoubleStream.of(rewards).map(r -> (r - mean) / (deviation + EPS)).toArray();
    }
  },
  /** A = r - mean: Dr. GRPO (arXiv 2503.20783), to be used with a constant length normaliser. */
  GROUP_CENTRED(true) {
    @Override
    double[] raw(double[] rewards) {
      double mean = mean(rewards);
      return DoubleStream.of(rewards).map(r -> r - mean).toArray();
    }
  },
  /** A = r - mean of the others = K / (K - 1) (r - mean): RLOO (arXiv 2402.14740). */
  LEAVE_ONE_OUT(true) {
    @Override
    double[] raw(double[] rewards) {
      double sum = DoubleStream.of(rewards).sum();
      int others = rewards.length - 1;
      return DoubleStream.of(rewards).map(r -> r - (sum - r) / others).toArray();
    }
  };

  /** Added to GRPO's deviation, as in Minimal-RL; TRL has 1e-4. */
  public static final double EPS = 1e-6;

  private final boolean comparing;

  Advantage(boolean comparing) {
    this.comparing = comparing;
  }

  /**
   * Returns A_i for each reward, in order. Groups whose rewards are all the same, and groups of
   * one, get zeros from the kinds that compare.
   *
   * @param rewards those of one group; finite
   */
  public double[] of(double[] rewards) {
    if (comparing && Arrays.stream(rewards).map(r -> r + 0.0).distinct().count() < 2) {
      return new double[rewards.length];
    }
    return raw(rewards);
  }

  /** Returns whether it compares the completions of a group, so that K must be 2 or more. */
  public boolean comparing() {
    return comparing;
  }

  /**
   * Returns whether completions with a reward of 0 carry nothing, so that wrong ones must be -1.
   */
  public boolean withoutBaseline() {
    return this == REWARD || this == REWARD_OF_MIXED;
  }

  abstract double[] raw(double[] rewards);

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double[] fill(int size, double value) {
    double[] filled = new double[size];
    Arrays.fill(filled, value);
    return filled;
  }
}
