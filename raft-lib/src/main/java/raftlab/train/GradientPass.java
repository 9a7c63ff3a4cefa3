package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.loss.LossValue;
import raftlab.model.DecoderPolicy;
import raftlab.tensor.Kernels;

/**
 * Carries the slopes of a loss on to the weights: adds to {@code into} the gradient of
 *
 * <pre>sum_i sum_t ( slope_it l_it - bonus_i H_it )</pre>
 *
 * which is that of the loss at the slopes' point. Micro-batches bound the memory.
 *
 * @param policy whose weights
 * @param into sums of the shapes of the weights
 * @param cells the most tokens of a micro-batch, padding included
 */
public record GradientPass(DecoderPolicy policy, List<NDArray> into, int cells) {

  public GradientPass {
    into = List.copyOf(into);
  }

  /**
   * What the pass saw on its way.
   *
   * @param logProbs of each example's loss tokens, in the order of the batch
   * @param entropies the same, in nats; empty if the loss has no entropy term
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Seen(double[][] logProbs, double[][] entropies) {}

  /** Runs over a batch; the loss has a slope for each of its loss tokens. */
  public Seen run(List<TrainingExample> batch, LossValue loss) {
    boolean bonus = Arrays.stream(loss.entropyWeights()).anyMatch(each -> each != 0);
    Seen seen = new Seen(new double[batch.size()][], new double[bonus ? batch.size() : 0][]);
    for (MicroBatch part : MicroBatch.cut(batch, cells, policy.tokenizer().padId())) {
      float[] found = accumulate(part, loss, bonus);
      int from = 0;
      for (int i : part.source()) {
        int to = from + batch.get(i).lossTokens();
        seen.logProbs()[i] = widened(found, from, to);
        if (bonus) {
          int half = part.targets().length;
          seen.entropies()[i] = widened(found, half + from, half + to);
        }
        from = to;
      }
    }
    return seen;
  }

  private float[] accumulate(MicroBatch part, LossValue loss, boolean bonus) {
    try (PtNDManager scope = (PtNDManager) policy.manager().newSubManager()) {
      Map<String, List<? extends NDArray>> arguments = new LinkedHashMap<>();
      arguments.put("w[]", policy.parameters().tensors());
      arguments.put("into[]", into);
      arguments.put("cfg", List.of(scope.create(policy.kernelConfig())));
      arguments.put("eps", List.of(scope.create(new double[] {policy.config().rmsEps()})));
      arguments.put("rope", List.of(policy.rope()));
      arguments.put(
          "tokens", List.of(scope.create(part.tokens(), new Shape(part.rows(), part.length()))));
      arguments.put("chosen", List.of(scope.create(part.chosen())));
      arguments.put("targets", List.of(scope.create(part.targets())));
      arguments.put("weights", List.of(scope.create(weights(part, loss))));
      if (bonus) {
        arguments.put("bonus", List.of(scope.create(bonus(part, loss))));
      }
      NDArray found =
          Kernels.get().callRecorded(scope, bonus ? "policy_gradient" : "gradient", arguments);
      return found.toType(DataType.FLOAT32, false).toFloatArray();
    }
  }

  /** The kernel takes weights of the negative log-likelihood: slopes with the other sign. */
  private static float[] weights(MicroBatch part, LossValue loss) {
    float[] weights = new float[part.targets().length];
    int at = 0;
    for (int i : part.source()) {
      for (double slope : loss.slopes()[i]) {
        weights[at++] = (float) -slope;
      }
    }
    return weights;
  }

  private static float[] bonus(MicroBatch part, LossValue loss) {
    float[] bonus = new float[part.targets().length];
    int at = 0;
    for (int i : part.source()) {
      int to = at + loss.slopes()[i].length;
      Arrays.fill(bonus, at, to, (float) loss.entropyWeights()[i]);
      at = to;
    }
    return bonus;
  }

  private static double[] widened(float[] values, int from, int to) {
    double[] wide = new double[to - from];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[from + i];
    }
    return wide;
  }
}
