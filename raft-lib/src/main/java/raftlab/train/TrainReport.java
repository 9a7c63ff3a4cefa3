package raftlab.train;

/**
 * What a call of training did.
 *
 * @param steps optimizer steps applied
 * @param skipped steps left out because their gradient was not finite
 * @param tokens tokens that carried a loss
 * @param meanLoss mean negative log-likelihood per token over all steps, in nats; NaN without steps
 * @param lastLoss that of the last step
 * @param meanGradNorm mean global norm before clipping
 * @param seconds wall time
 */
public record TrainReport(
    int steps,
    int skipped,
    long tokens,
    double meanLoss,
    double lastLoss,
    double meanGradNorm,
    double seconds) {

  /** Nothing was trained. */
  public static final TrainReport NONE = new TrainReport(0, 0, 0, 0, 0, 0, 0);
}
