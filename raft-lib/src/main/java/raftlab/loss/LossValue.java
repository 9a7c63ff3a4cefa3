package raftlab.loss;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A loss over a batch and its slopes.
 *
 * @param value what is minimised, without the entropy bonus, whose value only the kernel knows
 * @param slopes d value / d l for each token, in the shape of the batch
 * @param entropyWeights for each sequence the coefficient of each of its tokens' entropy: the bonus
 *     is the sum of coefficient times entropy, taken from the value
 * @param metrics parts of the loss and counts by name; those under {@code ratio/} are shares of the
 *     batch's tokens
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LossValue(
    double value, double[][] slopes, double[] entropyWeights, Map<String, Double> metrics) {

  public LossValue {
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /** Returns the slopes of some sequences of the batch, as the value of a batch of them. */
  public LossValue of(List<Integer> sequences) {
    return new LossValue(
        value,
        sequences.stream().map(i -> slopes[i]).toArray(double[][]::new),
        sequences.stream().mapToDouble(i -> entropyWeights[i]).toArray(),
        Map.of());
  }
}
