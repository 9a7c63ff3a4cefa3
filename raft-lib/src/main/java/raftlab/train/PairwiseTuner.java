package raftlab.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Seeds;
import raftlab.core.UserError;
import raftlab.loss.BradleyTerry;
import raftlab.model.RewardHead;
import raftlab.tensor.Crew;

/**
 * Trains a reward head and the decoder below it by the Bradley-Terry loss on pairs, see {@link
 * BradleyTerry} (algorithms.md card 9). The batch size counts pairs; chosen and rejected sequences
 * of a pair go through memory together. Equal calls give equal bits with equally many kernel
 * threads. Not thread-safe.
 *
 * <p>Deviation from RLHFlow: sequences that are too long are refused, not cut.
 */
public final class PairwiseTuner implements AutoCloseable {

  private static final int BAD_STEPS = 5;

  private final RewardHead head;
  private final TrainSettings settings;
  private final BradleyTerry loss;
  private final Optimizer optimizer;

  public PairwiseTuner(RewardHead head, TrainSettings settings, BradleyTerry loss) {
    this.head = head;
    this.settings = settings;
    this.loss = loss;
    this.optimizer =
        new Optimizer(head.manager(), head.tensors(), head.body()::weightsChanged, false);
  }

  /** Trains for the settings' epochs, in an order decided by their seed. */
  public TrainReport train(List<TokenPair> pairs, RunContext context) {
    pairs.forEach(this::check);
    long start = System.nanoTime();
    int perEpoch = (pairs.size() + settings.batchSize() - 1) / settings.batchSize();
    Tally tally = new Tally(perEpoch * settings.epochs());
    try (Crew crew = new Crew(crewSize(pairs));
        GradientSums sums = new GradientSums(head.manager(), optimizer.gradients(), crew.size())) {
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        int[] order = order(pairs.size(), epoch);
        for (int at = 0; at < order.length; at += settings.batchSize()) {
          context.checkStop();
          int end = Math.min(order.length, at + settings.batchSize());
          step(
              Arrays.stream(order, at, end).mapToObj(pairs::get).toList(),
              crew,
              sums,
              tally,
              context);
        }
      }
    }
    return tally.report((System.nanoTime() - start) / 1e9);
  }

  private int[] order(int pairs, int epoch) {
    return Seeds.permutation(pairs, Seeds.derive(settings.seed(), Seeds.key("pairs"), epoch));
  }

  private void step(
      List<TokenPair> batch, Crew crew, GradientSums sums, Tally tally, RunContext context) {
    double value = gradient(batch, crew, sums);
    double rate =
        settings.learningRate()
            * settings.schedule().factor(tally.done(), tally.steps(), settings.warmupSteps());
    Optimizer.Step step = optimizer.step(settings, rate);
    tally.add(step, value, batch.stream().mapToInt(PairwiseTuner::size).sum());
    if (tally.skippedInARow() >= BAD_STEPS) {
      throw new UserError(
          BAD_STEPS + " training steps in a row had a gradient that is not finite",
          "",
          "Lower --lr, or look at the pairs for broken rows");
    }
    context.emit(new Event.TrainStep(tally.done(), tally.steps(), value, step.norm(), rate));
  }

  /** As many threads as have enough tokens of a step to do. */
  private int crewSize(List<TokenPair> pairs) {
    long tokens = pairs.stream().mapToLong(PairwiseTuner::size).sum();
    long perStep = tokens * settings.batchSize() / Math.max(1, pairs.size());
    return head.body().batchesAtOnce(Math.min(tokens, perStep), Cut.LEAST);
  }

  /** Adds the gradient of a batch's mean loss and returns that loss. */
  private double gradient(List<TokenPair> batch, Crew crew, GradientSums sums) {
    List<HeadTokens> parts =
        cut(batch, RewardScoring.cells(crew)).stream().map(this::packed).toList();
    double[][] rewards = new double[parts.size()][];
    crew.each(parts.size(), at -> rewards[at] = parts.get(at).rewards(head), () -> {});
    double[] all = Arrays.stream(rewards).flatMapToDouble(Arrays::stream).toArray();
    BradleyTerry.Value value = loss.of(every(all, 0), every(all, 1));
    List<double[]> slopes = slopes(parts, value.chosenSlopes());
    int threads = Math.min(crew.size(), parts.size());
    List<Runnable> hands = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int hand = i;
      hands.add(
          () -> {
            for (int at = hand; at < parts.size(); at += threads) {
              parts.get(at).accumulate(head, sums.of(hand), slopes.get(at));
            }
          });
    }
    crew.run(hands);
    sums.gather(threads);
    return value.value();
  }

  /** Returns the slopes of each part's rows: a pair's two are each other's negative. */
  private static List<double[]> slopes(List<HeadTokens> parts, double[] chosen) {
    List<double[]> slopes = new ArrayList<>();
    int at = 0;
    for (HeadTokens part : parts) {
      double[] own = new double[part.rows()];
      for (int row = 0; row < own.length; row += 2) {
        own[row] = chosen[at];
        own[row + 1] = -chosen[at++];
      }
      slopes.add(own);
    }
    return slopes;
  }

  private static double[] every(double[] values, int from) {
    return IntStream.range(0, values.length / 2).mapToDouble(i -> values[2 * i + from]).toArray();
  }

  private static List<List<TokenPair>> cut(List<TokenPair> batch, int cells) {
    List<List<TokenPair>> parts = new ArrayList<>();
    int from = 0;
    int longest = 0;
    for (int i = 0; i < batch.size(); i++) {
      longest = Math.max(longest, longer(batch.get(i)));
      if (i > from && 2L * (i + 1 - from) * longest > cells) {
        parts.add(batch.subList(from, i));
        from = i;
        longest = longer(batch.get(i));
      }
    }
    parts.add(batch.subList(from, batch.size()));
    return parts;
  }

  private HeadTokens packed(List<TokenPair> pairs) {
    List<int[]> sequences = new ArrayList<>();
    pairs.forEach(
        pair -> {
          sequences.add(pair.chosen());
          sequences.add(pair.rejected());
        });
    return HeadTokens.of(sequences, head.reading(), head.body().tokenizer().padId());
  }

  private void check(TokenPair pair) {
    int context = head.body().contextLength();
    if (longer(pair) > context) {
      throw new UserError(
          "a pair of "
              + longer(pair)
              + " tokens is longer than the "
              + context
              + " that the model reads",
          "",
          "Leave it out or take a model with a longer context");
    }
  }

  private static int longer(TokenPair pair) {
    return Math.max(pair.chosen().length, pair.rejected().length);
  }

  private static int size(TokenPair pair) {
    return pair.chosen().length + pair.rejected().length;
  }

  @Override
  public void close() {
    optimizer.close();
  }
}
