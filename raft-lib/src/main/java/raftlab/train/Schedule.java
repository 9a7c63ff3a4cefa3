package raftlab.train;

/** How the learning rate goes after the warm-up, over one call of training. */
public enum Schedule {
  CONSTANT,
  LINEAR,
  COSINE;

  /**
   * Returns the factor in [0, 1] at a step from 0, of {@code steps} in all, the first {@code
   * warmup} of them rising linearly.
   */
  public double factor(int step, int steps, int warmup) {
    if (step < warmup) {
      return (step + 1) / (double) (warmup + 1);
    }
    double share = steps <= warmup ? 0 : (step - warmup) / (double) (steps - warmup);
    return switch (this) {
      case CONSTANT -> 1;
      case LINEAR -> 1 - share;
      case COSINE -> 0.5 * (1 + Math.cos(Math.PI * share));
    };
  }
}
