package raftlab.select;

/** The whole number of completions in a share. */
final class Share {

  /** Makes up for shares that binary fractions miss: 0.29 of 100 is 29. */
  private static final double ROUNDING = 1e-9;

  private Share() {}

  /** Returns the largest whole number in {@code share} of {@code count}. */
  static int of(int count, double share) {
    return (int) Math.floor(count * share + ROUNDING);
  }
}
