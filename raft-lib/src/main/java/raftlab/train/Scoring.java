package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.List;
import raftlab.core.RunContext;
import raftlab.model.DecoderPolicy;
import raftlab.tensor.Crew;
import raftlab.tensor.Kernels;

/**
 * The log-probabilities a policy gives to tokens that are already there, at temperature 1 and
 * unfiltered: for KL estimates, importance ratios and perplexity. Not thread-safe.
 */
public final class Scoring {

  private static final int CELLS = 8192;
  private static final int LOGITS = 1 << 22;

  private final DecoderPolicy policy;
  private final Crew crew;

  public Scoring(DecoderPolicy policy) {
    this(policy, null);
  }

  /** {@code crew} null: each call hires one that fits it. */
  Scoring(DecoderPolicy policy, Crew crew) {
    this.policy = policy;
    this.crew = crew;
  }

  /**
   * Returns, for each example in order, the log-probability in nats of each of its loss tokens.
   *
   * @throws raftlab.core.UserError if an example is longer than the policy's context
   */
  public List<float[]> logProbs(List<TrainingExample> examples, RunContext context) {
    examples.forEach(each -> each.checkFits(policy.contextLength()));
    if (crew != null) {
      return logProbs(examples, context, crew);
    }
    long tokens = examples.stream().mapToLong(each -> each.tokens().length).sum();
    try (Crew own = new Crew(policy.batchesAtOnce(tokens, Cut.CACHED))) {
      return logProbs(examples, context, own);
    }
  }

  /** Each thread takes the next micro-batch; which one takes it does not show in the numbers. */
  private List<float[]> logProbs(List<TrainingExample> examples, RunContext context, Crew threads) {
    int cells = threads.size() == 1 ? CELLS : Cut.CACHED;
    List<MicroBatch> parts =
        MicroBatch.cut(examples, Cut.padded(cells), policy.tokenizer().padId());
    float[][] found = new float[examples.size()][];
    threads.each(parts.size(), at -> score(parts.get(at), examples, found), context::checkStop);
    return Arrays.asList(found);
  }

  private void score(MicroBatch part, List<TrainingExample> examples, float[][] found) {
    float[] flat = score(part);
    int from = 0;
    for (int index : part.source()) {
      int to = from + examples.get(index).lossTokens();
      found[index] = Arrays.copyOfRange(flat, from, to);
      from = to;
    }
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
