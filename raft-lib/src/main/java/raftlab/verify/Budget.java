package raftlab.verify;

/**
 * The bounds that keep the worst case short, in one place, and the counter of one comparison.
 * Exceeding any of them ends in an unknown verdict that names it. A budget belongs to one call and
 * is not shared between threads.
 */
final class Budget {

  /** The longest answer that is read; a longer one is only compared as it is written. */
  static final int ANSWER_CHARS = 16 * 1024;

  /** How far from the end of a response anything but a box is looked for. */
  static final int REACH_CHARS = 256 * 1024;

  /** The longest number that a peer's script is followed through. */
  static final int NUMBER_CHARS = 64 * 1024;

  static final int DEPTH = 128;
  static final int NODES = 2_000;
  static final int PARTS = 256;
  static final int MATRIX_SIDE = 32;
  static final int INTEGER_BITS = 4_096;
  static final int TERMS = 4_096;
  static final int DEGREE = 256;
  static final int SAMPLES = 16;
  static final int PRECISE_SAMPLES = 3;
  static final int STEPS_PER_MILLISECOND = 8_000;

  private int left;
  private int nodes;

  Budget(int steps) {
    this.left = steps;
  }

  /** Takes half of what is left, for a step that another can replace. */
  Budget half() {
    int share = left / 2;
    left -= share;
    return new Budget(share);
  }

  /** Counts work done. */
  void spend(int steps) {
    left -= steps;
    if (left < 0) {
      throw new Exceeded("evaluation steps");
    }
  }

  /** Counts a node of the tree. */
  void node() {
    nodes++;
    if (nodes > NODES) {
      throw new Exceeded(NODES + " nodes");
    }
  }

  static void atMost(int value, int bound, String name) {
    if (value > bound) {
      throw new Exceeded(bound + " " + name);
    }
  }

  /** Ends a comparison; caught by {@link Verifier}, never seen outside the package. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exceeded(String bound) {
      super(bound, null, false, false);
    }
  }
}
