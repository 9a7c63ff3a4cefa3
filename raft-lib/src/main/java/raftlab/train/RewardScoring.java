package raftlab.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import raftlab.model.RewardHead;
import raftlab.tensor.Crew;

/** The rewards that a reward head gives to sequences. */
public final class RewardScoring {

  private static final int CELLS = 2048;

  private RewardScoring() {}

  /**
   * Returns the reward of each sequence, in order: sequences of like length go through the decoder
   * together, on as many threads as the model is best worked on.
   */
  public static double[] rewards(RewardHead head, List<int[]> sequences) {
    long tokens = sequences.stream().mapToLong(each -> each.length).sum();
    try (Crew crew = new Crew(head.body().batchesAtOnce(tokens, Cut.CACHED))) {
      double[] rewards = new double[sequences.size()];
      List<List<Integer>> parts = cut(sequences, cells(crew));
      crew.each(parts.size(), at -> score(head, sequences, parts.get(at), rewards), () -> {});
      return rewards;
    }
  }

  /** Returns how many tokens, padding included, a thread of a crew takes at a time. */
  static int cells(Crew crew) {
    return crew.size() == 1 ? CELLS : Cut.CACHED;
  }

  private static List<List<Integer>> cut(List<int[]> sequences, int cells) {
    List<Integer> longestFirst =
        IntStream.range(0, sequences.size())
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(i -> -sequences.get(i).length))
            .toList();
    List<List<Integer>> parts = new ArrayList<>();
    for (int from = 0; from < longestFirst.size(); ) {
      int rows = Math.max(1, cells / Math.max(1, sequences.get(longestFirst.get(from)).length));
      int to = Math.min(longestFirst.size(), from + rows);
      parts.add(longestFirst.subList(from, to));
      from = to;
    }
    return parts;
  }

  private static void score(
      RewardHead head, List<int[]> sequences, List<Integer> part, double[] rewards) {
    List<int[]> own = part.stream().map(sequences::get).toList();
    double[] found =
        HeadTokens.of(own, head.reading(), head.body().tokenizer().padId()).rewards(head);
    for (int i = 0; i < found.length; i++) {
      rewards[part.get(i)] = found[i];
    }
  }
}
