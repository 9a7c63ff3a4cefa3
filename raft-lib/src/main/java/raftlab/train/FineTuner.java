package raftlab.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;
import raftlab.files.JsonFile;
import raftlab.loss.LossSettings;
import raftlab.loss.LossValue;
import raftlab.loss.PolicyLoss;
import raftlab.loss.SequenceScores;
import raftlab.model.DecoderPolicy;
import raftlab.tensor.Crew;
import raftlab.tensor.ThreadCount;

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
 * the policy, and one fused pass carries them to the weights. Equal calls give equal bits with
 * equally many kernel threads. Not thread-safe.
 */
public final class FineTuner implements AutoCloseable {

  private static final int BAD_STEPS = 5;

  private final DecoderPolicy policy;
  private final TrainSettings settings;
  private final Optimizer optimizer;
  private int calls;
  private int done;

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
   * Trains for the settings' epochs on a loss, from where {@link #loadState} left it. Examples that
   * the loss takes together, such as the two of a pair, stand beside each other and count as one of
   * the batch size.
   */
  public TrainReport train(List<ScoredExample> examples, PolicyLoss loss, RunContext context) {
    if (examples.isEmpty()) {
      return TrainReport.NONE;
    }
    examples.forEach(each -> each.example().checkFits(policy.contextLength()));
    policy.dropMerged();
    long start = System.nanoTime();
    StepOrder order = new StepOrder(examples.size() / loss.unit(), settings, calls);
    Tally tally = new Tally(order.steps());
    ThreadCount threads = threads(examples, loss);
    try (Crew crew = new Crew(crewSize(examples, loss));
        GradientCrew pass = new GradientCrew(policy, optimizer.gradients(), cut(loss), crew)) {
      Scoring scoring = new Scoring(policy, crew);
      while (done < order.steps()) {
        context.checkStop();
        List<ScoredExample> batch = batch(order.units(done), loss.unit(), examples);
        step(batch, loss, scoring, pass, tally, context);
      }
    } finally {
      threads.close();
    }
    calls++;
    done = 0;
    return tally.report((System.nanoTime() - start) / 1e9);
  }

  /** Holds for a call, which is resumed with the same examples and so with the same threads. */
  private ThreadCount threads(List<ScoredExample> examples, PolicyLoss loss) {
    int longest =
        examples.stream().mapToInt(each -> each.example().tokens().length).max().orElse(0);
    long tokens = Math.min(cells(), (long) settings.batchSize() * loss.unit() * longest);
    return ThreadCount.fitting(policy.config().largestProduct((int) tokens));
  }

  /** As many threads as have enough tokens of a step to do. */
  private int crewSize(List<ScoredExample> examples, PolicyLoss loss) {
    long tokens = examples.stream().mapToLong(each -> each.example().tokens().length).sum();
    long perStep = tokens * settings.batchSize() * loss.unit() / examples.size();
    return policy.batchesAtOnce(Math.min(tokens, perStep), Cut.LEAST);
  }

  private static List<ScoredExample> batch(int[] units, int unit, List<ScoredExample> examples) {
    return Arrays.stream(units)
        .boxed()
        .flatMap(i -> examples.subList(i * unit, (i + 1) * unit).stream())
        .toList();
  }

  private void step(
      List<ScoredExample> batch,
      PolicyLoss loss,
      Scoring scoring,
      GradientCrew pass,
      Tally tally,
      RunContext context) {
    List<TrainingExample> examples = batch.stream().map(ScoredExample::example).toList();
    LossValue value = loss.of(scored(batch, before(examples, loss, scoring, context)));
    GradientPass.Seen seen = pass.run(examples, value);
    if (!loss.needsScores()) {
      // The slopes did not depend on the scores; the value does.
      value = loss.of(scored(batch, seen.logProbs()));
    }
    double bonus = bonus(value, seen);
    double rate =
        settings.learningRate()
            * settings.schedule().factor(done, tally.steps(), settings.warmupSteps());
    Optimizer.Step step = optimizer.step(settings, rate);
    int tokens = examples.stream().mapToInt(TrainingExample::lossTokens).sum();
    tally.add(step, value, bonus, tokens);
    done++;
    if (tally.skippedInARow() >= BAD_STEPS) {
      throw new UserError(
          BAD_STEPS + " training steps in a row had a gradient that is not finite",
          "the last good weights are kept",
          "Lower --lr, or look at the data for broken rows");
    }
    context.emit(
        new Event.TrainStep(done, tally.steps(), value.value() - bonus, step.norm(), rate));
  }

  private Cut cut(PolicyLoss loss) {
    return settings.batching().cut(cells(), settings.batchSize() * loss.unit());
  }

  private int cells() {
    return TrainingMemory.cells(
        policy.config(), policy.precision(), settings.batching().checkpointed());
  }

  private static double[][] before(
      List<TrainingExample> examples, PolicyLoss loss, Scoring scoring, RunContext context) {
    if (!loss.needsScores()) {
      return examples.stream().map(each -> new double[each.lossTokens()]).toArray(double[][]::new);
    }
    return scoring.logProbs(examples, context).stream().map(Scoring::wide).toArray(double[][]::new);
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

  /** Returns how many steps of a call that was left unfinished are done. */
  public int stepsDone() {
    return done;
  }

  /** Forgets the optimizer's moments, as if no step had been taken. */
  public void resetOptimizer() {
    optimizer.reset();
  }

  /**
   * Writes the optimizer's state, how many calls there were and how many steps of this one: with
   * the weights, all that resuming needs. A listener may call it, since steps are told of when they
   * are whole.
   */
  public void saveState(Path folder) {
    optimizer.save(folder.resolve("optimizer.safetensors"));
    AtomicFile.writeText(folder.resolve("trainer.txt"), calls + " " + done + "\n");
  }

  /** Takes up the state written by {@link #saveState}. */
  public void loadState(Path folder) {
    optimizer.load(folder.resolve("optimizer.safetensors"));
    Path file = folder.resolve("trainer.txt");
    String[] counts = JsonFile.readText(file).strip().split("\\s+");
    if (counts.length < 1 || !Arrays.stream(counts).allMatch(each -> each.matches("\\d{1,9}"))) {
      throw new UserError(file + " does not hold a trainer's state");
    }
    calls = Integer.parseInt(counts[0]);
    done = counts.length > 1 ? Integer.parseInt(counts[1]) : 0;
  }

  @Override
  public void close() {
    optimizer.close();
  }
}
