package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.loss.LossValue;
import raftlab.model.Adapter;
import raftlab.model.DecoderPolicy;
import raftlab.tensor.Kernels;

/**
 * Carries the slopes of a loss on to the weights: adds to {@code into} the gradient of
 *
 * <pre>sum_i sum_t ( slope_it l_it - bonus_i H_it )</pre>
 *
 * which is that of the loss at the slopes' point. Micro-batches bound the memory.
 *
 * <p>With an adapter the policy's own weights stay as they are and have no gradient.
 *
 * @param policy whose weights
 * @param into sums of the shapes of what is trained, see {@link DecoderPolicy#trained}
 * @param cut how the batch is cut
 */
public record GradientPass(DecoderPolicy policy, List<NDArray> into, Cut cut) {

  public GradientPass {
    into = List.copyOf(into);
  }

  /** A pass over padded rectangles of at most {@code cells} tokens. */
  public GradientPass(DecoderPolicy policy, List<NDArray> into, int cells) {
    this(policy, into, Cut.padded(cells));
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
    for (MicroBatch part : MicroBatch.cut(batch, cut, policy.tokenizer().padId())) {
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
      boolean adapted = policy.adapter().isPresent();
      double scale = policy.adapter().map(Adapter::scale).orElse(0.0);
      Map<String, List<? extends NDArray>> arguments = new LinkedHashMap<>();
      arguments.put("w[]", policy.base().tensors());
      arguments.put("into[]", adapted ? nothing(scope) : into);
      arguments.put("lora[]", adapted ? policy.trained() : nothing(scope));
      arguments.put("lora_into[]", adapted ? into : nothing(scope));
      arguments.put("cfg", List.of(scope.create(policy.kernelConfig())));
      arguments.put(
          "numbers",
          List.of(
              scope.create(
                  new double[] {policy.config().rmsEps(), scale, cut.checkpointed() ? 1 : 0})));
      arguments.put("rope", List.of(policy.rope()));
      arguments.put("tokens", List.of(scope.create(part.tokens())));
      arguments.put("spans", List.of(scope.create(part.spans())));
      arguments.put("chosen", List.of(scope.create(part.chosen())));
      arguments.put("targets", List.of(scope.create(part.targets())));
      arguments.put("slopes", List.of(scope.create(slopes(part, loss))));
      arguments.put(
          "entropy_slopes",
          bonus ? List.of(scope.create(entropySlopes(part, loss))) : nothing(scope));
      return Kernels.get().callRecorded(scope, "gradient", arguments).toFloatArray();
    }
  }

  /**
   * Stands for an absent argument; a new one each, since an argument's name sticks to its array.
   */
  private static List<NDArray> nothing(PtNDManager scope) {
    return List.of(scope.create(new Shape(0)));
  }

  private static float[] slopes(MicroBatch part, LossValue loss) {
    float[] slopes = new float[part.targets().length];
    int at = 0;
    for (int i : part.source()) {
      for (double slope : loss.slopes()[i]) {
        slopes[at++] = (float) slope;
      }
    }
    return slopes;
  }

  /** The bonus is taken from the loss: its slopes have the other sign. */
  private static float[] entropySlopes(MicroBatch part, LossValue loss) {
    float[] slopes = new float[part.targets().length];
    int at = 0;
    for (int i : part.source()) {
      int to = at + loss.slopes()[i].length;
      Arrays.fill(slopes, at, to, (float) -loss.entropyWeights()[i]);
      at = to;
    }
    return slopes;
  }

  private static double[] widened(float[] values, int from, int to) {
    double[] wide = new double[to - from];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[from + i];
    }
    return wide;
  }
}
