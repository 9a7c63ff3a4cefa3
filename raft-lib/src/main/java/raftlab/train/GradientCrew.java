package raftlab.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import raftlab.loss.LossValue;
import raftlab.model.DecoderPolicy;
import raftlab.tensor.Crew;

/**
 * Gradient passes at the same time: each thread of a crew takes its share of a batch, see {@link
 * GradientSums}. So equal batches give equal bits with equally many threads. Not thread-safe.
 */
final class GradientCrew implements AutoCloseable {

  private final Crew crew;
  private final GradientSums sums;
  private final List<GradientPass> passes = new ArrayList<>();

  /**
   * @param into the sums that a batch's gradient is added to
   * @param whole how one thread alone would cut a batch
   */
  GradientCrew(DecoderPolicy policy, List<NDArray> into, Cut whole, Crew crew) {
    Cut cut = crew.size() == 1 ? whole : whole.withCells(Math.min(Cut.CACHED, whole.cells()));
    this.crew = crew;
    this.sums = new GradientSums(policy.manager(), into, crew.size());
    for (int thread = 0; thread < crew.size(); thread++) {
      passes.add(new GradientPass(policy, sums.of(thread), cut));
    }
  }

  /** Runs over a batch, see {@link GradientPass#run}. */
  GradientPass.Seen run(List<TrainingExample> batch, LossValue loss) {
    if (passes.size() == 1) {
      return passes.get(0).run(batch, loss);
    }
    List<List<Integer>> hands = deal(batch);
    GradientPass.Seen[] seen = new GradientPass.Seen[hands.size()];
    List<Runnable> pieces = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      int hand = i;
      List<Integer> own = hands.get(i);
      pieces.add(
          () -> {
            List<TrainingExample> examples = own.stream().map(batch::get).toList();
            seen[hand] = passes.get(hand).run(examples, loss.of(own));
          });
    }
    crew.run(pieces);
    sums.gather(seen.length);
    return together(batch, hands, seen);
  }

  /** Deals out by length, there and back, so that all have about the same work. */
  private List<List<Integer>> deal(List<TrainingExample> batch) {
    List<Integer> longestFirst =
        IntStream.range(0, batch.size())
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(i -> -batch.get(i).tokens().length))
            .toList();
    int count = Math.min(passes.size(), batch.size());
    List<List<Integer>> hands = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> hands.add(new ArrayList<>()));
    for (int i = 0; i < longestFirst.size(); i++) {
      int place = i % (2 * count);
      hands.get(place < count ? place : 2 * count - 1 - place).add(longestFirst.get(i));
    }
    return hands;
  }

  private static GradientPass.Seen together(
      List<TrainingExample> batch, List<List<Integer>> hands, GradientPass.Seen[] seen) {
    boolean bonus = IntStream.range(0, seen.length).anyMatch(i -> seen[i].entropies().length > 0);
    double[][] logProbs = new double[batch.size()][];
    double[][] entropies = new double[bonus ? batch.size() : 0][];
    for (int hand = 0; hand < seen.length; hand++) {
      for (int i = 0; i < hands.get(hand).size(); i++) {
        int at = hands.get(hand).get(i);
        logProbs[at] = seen[hand].logProbs()[i];
        if (bonus) {
          boolean found = seen[hand].entropies().length > 0;
          // A hand whose examples all have a weight of 0 was not asked for entropies.
          entropies[at] = found ? seen[hand].entropies()[i] : new double[logProbs[at].length];
        }
      }
    }
    return new GradientPass.Seen(logProbs, entropies);
  }

  @Override
  public void close() {
    sums.close();
  }
}
