package raftlab.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Seeds;
import raftlab.core.UserError;
import raftlab.loss.BradleyTerry;
import raftlab.model.RewardHead;

/**
 * Trains a reward head and the decoder below it by the Bradley-Terry loss on pairs, see {@link
 * BradleyTerry} (algorithms.md card 9). The batch size counts pairs; chosen and rejected sequences
 * of a pair go through memory together. Not thread-safe.
 *
 * <p>Deviation from RLHFlow: sequences that are too long are refused, not cut.
 */
public final class PairwiseTuner implements AutoCloseable {

  private static final int CELLS = 2048;
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
    int steps = perEpoch * settings.epochs();
    int done = 0;
    int bad = 0;
    int skipped = 0;
    long tokens = 0;
    double sum = 0;
    double norms = 0;
    double last = 0;
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      int[] order =
          Seeds.permutation(pairs.size(), Seeds.derive(settings.seed(), Seeds.key("pairs"), epoch));
      for (int at = 0; at < order.length; at += settings.batchSize()) {
        context.checkStop();
        int end = Math.min(order.length, at + settings.batchSize());
        List<TokenPair> batch = Arrays.stream(order, at, end).mapToObj(pairs::get).toList();
        last = gradient(batch);
        double rate =
            settings.learningRate()
                * settings.schedule().factor(done, steps, settings.warmupSteps());
        Optimizer.Step step = optimizer.step(settings, rate);
        done++;
        bad = step.applied() ? 0 : bad + 1;
        skipped += step.applied() ? 0 : 1;
        sum += step.applied() ? last : 0;
        norms += step.applied() ? step.norm() : 0;
        tokens += batch.stream().mapToInt(PairwiseTuner::size).sum();
        if (bad == BAD_STEPS) {
          throw new UserError(
              BAD_STEPS + " training steps in a row had a gradient that is not finite",
              "",
              "Lower --lr, or look at the pairs for broken rows");
        }
        context.emit(new Event.TrainStep(done, steps, last, step.norm(), rate));
      }
    }
    int applied = Math.max(1, done - skipped);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new TrainReport(
        done - skipped, skipped, tokens, sum / applied, last, norms / applied, seconds, Map.of());
  }

  /** Adds the gradient of a batch's mean loss and returns that loss. */
  private double gradient(List<TokenPair> batch) {
    List<List<TokenPair>> parts = cut(batch);
    List<HeadTokens> packed = parts.stream().map(this::packed).toList();
    List<double[]> rewards = packed.stream().map(each -> each.rewards(head)).toList();
    double[] all = rewards.stream().flatMapToDouble(Arrays::stream).toArray();
    BradleyTerry.Value value = loss.of(every(all, 0), every(all, 1));
    int at = 0;
    for (HeadTokens part : packed) {
      double[] slopes = new double[part.rows()];
      for (int row = 0; row < slopes.length; row += 2) {
        slopes[row] = value.chosenSlopes()[at];
        slopes[row + 1] = -value.chosenSlopes()[at++];
      }
      part.accumulate(head, optimizer.gradients(), slopes);
    }
    return value.value();
  }

  private static double[] every(double[] values, int from) {
    return IntStream.range(0, values.length / 2).mapToDouble(i -> values[2 * i + from]).toArray();
  }

  private List<List<TokenPair>> cut(List<TokenPair> batch) {
    List<List<TokenPair>> parts = new ArrayList<>();
    int from = 0;
    int longest = 0;
    for (int i = 0; i < batch.size(); i++) {
      longest = Math.max(longest, longer(batch.get(i)));
      if (i > from && 2L * (i + 1 - from) * longest > CELLS) {
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

  /** Returns the rewards of sequences, in order. */
  public static double[] rewards(RewardHead head, List<int[]> sequences) {
    double[] rewards = new double[sequences.size()];
    int rows = 1 + CELLS / sequences.stream().mapToInt(each -> each.length).max().orElse(CELLS);
    for (int from = 0; from < rewards.length; from += rows) {
      int to = Math.min(rewards.length, from + rows);
      double[] part =
          HeadTokens.of(
                  sequences.subList(from, to), head.reading(), head.body().tokenizer().padId())
              .rewards(head);
      System.arraycopy(part, 0, rewards, from, part.length);
    }
    return rewards;
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
