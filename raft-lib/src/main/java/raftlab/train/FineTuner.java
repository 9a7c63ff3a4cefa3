package raftlab.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Seeds;
import raftlab.core.UserError;
import raftlab.loss.LossSettings;
import raftlab.loss.LossValue;
import raftlab.loss.PolicyLoss;
import raftlab.loss.SequenceScores;
import raftlab.model.DecoderPolicy;

/**
 * Fine-tunes a policy by a loss on the log-probabilities of examples. Without another it is the
 * masked negative log-likelihood, averaged over the loss tokens of a batch:
 *
 * <pre>L = - sum_i sum_t m_it log p(y_it | x_i, y_i,&lt;t) / sum_i sum_t m_it</pre>
 *
 * The mask m is 1 on the completion up to and including the end token (algorithms.md card 2). The
 * optimizer's moments live as long as this object, over calls of {@link #train}. Micro-batches
 * bound the memory and do not change the result beyond rounding, since a loss sees the whole batch
 * of a step: its slopes are found in double precision from one pass of scores, if they depend on
 * the policy, and one fused pass carries them to the weights. Not thread-safe.
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
   * Trains for the settings' epochs on negative log-likelihood. The order is decided by the
   * settings' seed and by how many calls came before.
   */
  public TrainReport train(List<TrainingExample> examples, RunContext context) {
    return train(
        examples.stream().map(ScoredExample::of).toList(), LossSettings.nll().loss(), context);
  }

  /**
   * Trains for the settings' epochs on a loss. Examples that the loss takes together, such as the
   * two of a pair, stand beside each other and count as one of the batch size.
   */
  public TrainReport train(List<ScoredExample> examples, PolicyLoss loss, RunContext context) {
    if (examples.isEmpty()) {
      return TrainReport.NONE;
    }
    examples.forEach(each -> each.example().checkFits(policy.contextLength()));
    long start = System.nanoTime();
    int unit = loss.unit();
    int units = examples.size() / unit;
    int perEpoch = (units + settings.batchSize() - 1) / settings.batchSize();
    Tally tally = new Tally(perEpoch * settings.epochs());
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      long seed = Seeds.derive(settings.seed(), Seeds.key("order"), calls, epoch);
      int[] order = Seeds.permutation(units, seed);
      for (int at = 0; at < order.length; at += settings.batchSize()) {
        context.checkStop();
        int end = Math.min(order.length, at + settings.batchSize());
        List<ScoredExample> batch =
            Arrays.stream(order, at, end)
                .boxed()
                .flatMap(i -> examples.subList(i * unit, (i + 1) * unit).stream())
                .toList();
        step(batch, loss, tally, context);
      }
    }
    calls++;
    return tally.report((System.nanoTime() - start) / 1e9);
  }

  private void step(List<ScoredExample> batch, PolicyLoss loss, Tally tally, RunContext context) {
    List<TrainingExample> examples = batch.stream().map(ScoredExample::example).toList();
    LossValue value = loss.of(scored(batch, before(examples, loss, context)));
    GradientPass.Seen seen =
        new GradientPass(policy, optimizer.gradients(), CELLS).run(examples, value);
    if (!loss.needsScores()) {
      // The slopes did not depend on the scores; the value does.
      value = loss.of(scored(batch, seen.logProbs()));
    }
    double bonus = bonus(value, seen);
    double rate =
        settings.learningRate()
            * settings.schedule().factor(tally.done(), tally.steps(), settings.warmupSteps());
    Optimizer.Step step = optimizer.step(settings, rate);
    int tokens = examples.stream().mapToInt(TrainingExample::lossTokens).sum();
    tally.add(step, value, bonus, tokens);
    if (tally.skippedInARow() >= BAD_STEPS) {
      throw new UserError(
          BAD_STEPS + " training steps in a row had a gradient that is not finite",
          "the last good weights are kept",
          "Lower --lr, or look at the data for broken rows");
    }
    context.emit(
        new Event.TrainStep(tally.done(), tally.steps(), value.value() - bonus, step.norm(), rate));
  }

  private double[][] before(List<TrainingExample> examples, PolicyLoss loss, RunContext context) {
    if (!loss.needsScores()) {
      return examples.stream().map(each -> new double[each.lossTokens()]).toArray(double[][]::new);
    }
    return new Scoring(policy)
        .logProbs(examples, context).stream().map(Scoring::wide).toArray(double[][]::new);
  }

  private static List<SequenceScores> scored(List<ScoredExample> batch, double[][] now) {
    return IntStream.range(0, now.length).mapToObj(i -> batch.get(i).scores(now[i])).toList();
  }

  private static double bonus(LossValue value, GradientPass.Seen seen) {
    double bonus = 0;
    for (int i = 0; i < seen.entropies().length; i++) {
      bonus += value.entropyWeights()[i] * DoubleStream.of(seen.entropies()[i]).sum();
    }
    return bonus;
  }

  /** Forgets the optimizer's moments, as if no step had been taken. */
  public void resetOptimizer() {
    optimizer.reset();
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
}
