package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Seeds;
import raftlab.core.UserError;
import raftlab.model.DecoderPolicy;
import raftlab.tensor.Kernels;

/**
 * Fine-tunes a policy on examples by masked negative log-likelihood, averaged over the loss tokens
 * of a batch:
 *
 * <pre>L = - sum_i sum_t m_it log p(y_it | x_i, y_i,&lt;t) / sum_i sum_t m_it</pre>
 *
 * The mask m is 1 on the completion up to and including the end token (algorithms.md card 2). The
 * optimizer's moments live as long as this object, over calls of {@link #train}. Micro-batches
 * bound the memory and do not change the result beyond rounding. Not thread-safe.
 */
public final class FineTuner implements AutoCloseable {

  private static final int CELLS = 2048;
  private static final int BAD_STEPS = 5;

  private final DecoderPolicy policy;
  private final TrainSettings settings;
  private final Optimizer optimizer;
  private int calls;

  public FineTuner(DecoderPolicy policy, TrainSettings settings) {
    this.policy = policy;
    this.settings = settings;
    this.optimizer = new Optimizer(policy);
  }

  /**
   * Trains for the settings' epochs. The order is decided by the settings' seed and by how many
   * calls came before.
   */
  public TrainReport train(List<TrainingExample> examples, RunContext context) {
    if (examples.isEmpty()) {
      return TrainReport.NONE;
    }
    examples.forEach(each -> each.checkFits(policy.contextLength()));
    long start = System.nanoTime();
    int perEpoch = (examples.size() + settings.batchSize() - 1) / settings.batchSize();
    Tally tally = new Tally(perEpoch * settings.epochs());
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      long seed = Seeds.derive(settings.seed(), Seeds.key("order"), calls, epoch);
      int[] order = Seeds.permutation(examples.size(), seed);
      for (int at = 0; at < order.length; at += settings.batchSize()) {
        context.checkStop();
        int end = Math.min(order.length, at + settings.batchSize());
        List<TrainingExample> batch =
            Arrays.stream(order, at, end).mapToObj(examples::get).toList();
        step(batch, tally, context);
      }
    }
    calls++;
    return tally.report((System.nanoTime() - start) / 1e9);
  }

  private void step(List<TrainingExample> batch, Tally tally, RunContext context) {
    int tokens = batch.stream().mapToInt(TrainingExample::lossTokens).sum();
    double sum = 0;
    for (MicroBatch part : MicroBatch.cut(batch, CELLS, policy.tokenizer().padId())) {
      sum -= accumulate(part, 1.0 / tokens);
    }
    double rate =
        settings.learningRate()
            * settings.schedule().factor(tally.done(), tally.steps, settings.warmupSteps());
    Optimizer.Step step = optimizer.step(settings, rate);
    tally.add(step, sum / tokens, tokens);
    if (tally.skippedInARow >= BAD_STEPS) {
      throw new UserError(
          BAD_STEPS + " training steps in a row had a gradient that is not finite",
          "the last good weights are kept",
          "Lower --lr, or look at the data for broken rows");
    }
    context.emit(new Event.TrainStep(tally.done(), tally.steps, sum / tokens, step.norm(), rate));
  }

  /** Adds a micro-batch's gradient to the sums and returns its summed log-probability. */
  private double accumulate(MicroBatch part, double weight) {
    try (PtNDManager scope = (PtNDManager) policy.manager().newSubManager()) {
      float[] weights = new float[part.targets().length];
      Arrays.fill(weights, (float) weight);
      Map<String, List<? extends NDArray>> arguments = new LinkedHashMap<>();
      arguments.put("w[]", policy.parameters().tensors());
      arguments.put("into[]", optimizer.gradients());
      arguments.put("cfg", List.of(scope.create(policy.kernelConfig())));
      arguments.put("eps", List.of(scope.create(new double[] {policy.config().rmsEps()})));
      arguments.put("rope", List.of(policy.rope()));
      arguments.put("tokens", List.of(tokens(scope, part)));
      arguments.put("chosen", List.of(scope.create(part.chosen())));
      arguments.put("targets", List.of(scope.create(part.targets())));
      arguments.put("weights", List.of(scope.create(weights)));
      NDArray logProbs = Kernels.get().callRecorded(scope, "gradient", arguments);
      return total(logProbs);
    }
  }

  private static NDArray tokens(PtNDManager scope, MicroBatch part) {
    return scope.create(part.tokens(), new Shape(part.rows(), part.length()));
  }

  private static double total(NDArray logProbs) {
    double total = 0;
    for (float each : logProbs.toType(DataType.FLOAT32, false).toFloatArray()) {
      total += each;
    }
    return total;
  }

  /**
   * Writes the optimizer's state and how many calls there were: with the weights, all that resuming
   * needs.
   */
  public void saveState(Path folder) {
    optimizer.save(folder.resolve("optimizer.safetensors"));
    raftlab.files.AtomicFile.writeText(folder.resolve("trainer.txt"), calls + "\n");
  }

  /** Takes up the state written by {@link #saveState}. */
  public void loadState(Path folder) {
    optimizer.load(folder.resolve("optimizer.safetensors"));
    Path file = folder.resolve("trainer.txt");
    try {
      calls = Integer.parseInt(java.nio.file.Files.readString(file).strip());
    } catch (java.io.IOException | NumberFormatException e) {
      throw new UserError(file + " does not hold a trainer's state");
    }
  }

  @Override
  public void close() {
    optimizer.close();
  }

  /** Sums over the steps of one call. */
  private static final class Tally {

    final int steps;
    int applied;
    int skipped;
    int skippedInARow;
    long tokens;
    double lossSum;
    double normSum;
    double last = Double.NaN;

    Tally(int steps) {
      this.steps = steps;
    }

    int done() {
      return applied + skipped;
    }

    void add(Optimizer.Step step, double loss, int lossTokens) {
      last = loss;
      tokens += lossTokens;
      if (step.applied()) {
        applied++;
        skippedInARow = 0;
        lossSum += loss;
        normSum += step.norm();
      } else {
        skipped++;
        skippedInARow++;
      }
    }

    TrainReport report(double seconds) {
      int n = Math.max(1, applied);
      return new TrainReport(applied, skipped, tokens, lossSum / n, last, normSum / n, seconds);
    }
  }
}
