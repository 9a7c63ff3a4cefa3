package raftlab.train;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a call of training did.
 *
 * @param steps optimizer steps applied
 * @param skipped steps left out because their gradient was not finite
 * @param tokens tokens that carried a loss
 * @param meanLoss mean of the loss over all steps; 0 without steps
 * @param lastLoss that of the last step
 * @param meanGradNorm mean global norm before clipping
 * @param seconds wall time
 * @param metrics means over the steps by name: parts of the loss, {@code ratio/...}, {@code
 *     dpo/...}
 */
public record TrainReport(
    int steps,
    int skipped,
    long tokens,
    double meanLoss,
    double lastLoss,
    double meanGradNorm,
    double seconds,
    Map<String, Double> metrics) {

  public TrainReport {
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /** Nothing was trained. */
  public static final TrainReport NONE = new TrainReport(0, 0, 0, 0, 0, 0, 0, Map.of());

  public TrainReport withMetrics(Map<String, Double> value) {
    return new TrainReport(
        steps, skipped, tokens, meanLoss, lastLoss, meanGradNorm, seconds, value);
  }
}
