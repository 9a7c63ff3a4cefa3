package raftlab.run;

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
