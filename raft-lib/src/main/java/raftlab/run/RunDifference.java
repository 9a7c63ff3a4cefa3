package raftlab.run;

import java.util.Optional;

/**
 * The first place where a run and its repetition part.
 *
 * @param round the iteration, 0 before any training
 * @param artifact what differs: rollouts, rewards, selection, weights, evaluation or metrics
 * @param place where in it, such as prompt and sample
 * @param original what the run has there
 * @param again what its repetition has there
 */
public record RunDifference(
    int round, String artifact, String place, String original, String again) {

  private static final int SHOWN = 60;

  /** Returns a difference of two values, shown as they print. */
  static Optional<RunDifference> of(
      int round, String artifact, String place, Object original, Object again) {
    return Optional.of(
        new RunDifference(round, artifact, place, String.valueOf(original), String.valueOf(again)));
  }

  /** Returns whether two numbers differ in any bit and by more than a tolerance. */
  static boolean apart(double tolerance, double one, double two) {
    return Double.compare(one, two) != 0 && !(Math.abs(one - two) <= tolerance);
  }

  /** Returns a text in quotes, its beginning if it is long. */
  static String quoted(String text) {
    return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
  }

  @Override
  public String toString() {
    return "round "
        + round
        + ", "
        + artifact
        + (place.isEmpty() ? "" : ", " + place)
        + ": "
        + original
        + " became "
        + again;
  }
}
