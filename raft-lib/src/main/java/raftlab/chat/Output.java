package raftlab.chat;

/**
 * What a template writes, with bounds on its length and its work: templates come from strangers.
 */
final class Output {

  private static final int MOST_CHARACTERS = 16 << 20;
  private static final int MOST_STEPS = 1_000_000;

  private final StringBuilder text = new StringBuilder();
  private final int[] steps;

  Output() {
    this(new int[1]);
  }

  private Output(int[] steps) {
    this.steps = steps;
  }

  /** Returns an empty one that counts its work with this one. */
  Output inner() {
    return new Output(steps);
  }

  void write(String more) {
    step();
    if (text.length() + more.length() > MOST_CHARACTERS) {
      throw Broken.rendering("it writes more than " + MOST_CHARACTERS + " characters");
    }
    text.append(more);
  }

  void step() {
    if (++steps[0] > MOST_STEPS) {
      throw Broken.rendering("it takes more than " + MOST_STEPS + " steps");
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
