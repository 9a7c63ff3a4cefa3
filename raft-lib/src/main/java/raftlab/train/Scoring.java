package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.List;
import raftlab.core.RunContext;
import raftlab.model.DecoderPolicy;
import raftlab.tensor.Kernels;

/**
 * The log-probabilities a policy gives to tokens that are already there, at temperature 1 and
 * unfiltered: for KL estimates, importance ratios and perplexity. Not thread-safe.
 */
public final class Scoring {

  private static final int CELLS = 8192;
  private static final int LOGITS = 1 << 22;

  private final DecoderPolicy policy;

  public Scoring(DecoderPolicy policy) {
    this.policy = policy;
  }

  /**
   * Returns, for each example in order, the log-probability in nats of each of its loss tokens.
   *
   * @throws raftlab.core.UserError if an example is longer than the policy's context
   */
  public List<float[]> logProbs(List<TrainingExample> examples, RunContext context) {
    examples.forEach(each -> each.checkFits(policy.contextLength()));
    float[][] found = new float[examples.size()][];
    for (MicroBatch part :
        MicroBatch.cut(examples, Cut.padded(CELLS), policy.tokenizer().padId())) {
      context.checkStop();
      float[] flat = score(part);
      int from = 0;
      for (int index : part.source()) {
        int to = from + examples.get(index).lossTokens();
        found[index] = Arrays.copyOfRange(flat, from, to);
        from = to;
      }
    }
    return Arrays.asList(found);
  }

  /** Returns the same numbers in double precision. */
  public static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private float[] score(MicroBatch batch) {
    try (PtNDManager scope = (PtNDManager) policy.manager().newSubManager()) {
      NDArray logProbs =
          Kernels.get()
              .call(
                  scope,
                  "score",
                  policy.parameters().tensors(),
                  policy.kernelConfig(),
                  policy.config().rmsEps(),
                  policy.rope(),
                  scope.create(batch.tokens(), new Shape(batch.rows(), batch.length())),
                  scope.create(batch.chosen()),
                  scope.create(batch.targets()),
                  (long) Math.max(1, LOGITS / policy.config().vocabulary()));
      return logProbs.toFloatArray();
    }
  }
}
