package raftlab.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples padded on the right to one rectangle: tokens [B * T], and for each of the N loss tokens,
 * row by row, its target and the flat position that predicts it.
 *
 * @param source which example of the batch each row is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MicroBatch(List<Integer> source, int length, long[] tokens, long[] chosen, long[] targets) {

  /**
   * Cuts a batch into rectangles of at most {@code limit} cells, short examples with short ones; a
   * longer example has a rectangle of its own.
   */
  static List<MicroBatch> cut(List<TrainingExample> batch, int limit, int pad) {
    List<Integer> sorted =
        IntStream.range(0, batch.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> batch.get(i).tokens().length))
            .toList();
    List<MicroBatch> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < sorted.size(); i++) {
      int length = batch.get(sorted.get(i)).tokens().length;
      if (i > from && (i + 1 - from) * (long) length > limit) {
        parts.add(of(batch, sorted.subList(from, i), pad));
        from = i;
      }
    }
    if (from < sorted.size()) {
      parts.add(of(batch, sorted.subList(from, sorted.size()), pad));
    }
    return parts;
  }

  private static MicroBatch of(List<TrainingExample> batch, List<Integer> source, int pad) {
    int length = source.stream().mapToInt(i -> batch.get(i).tokens().length).max().orElseThrow();
    int count = source.stream().mapToInt(i -> batch.get(i).lossTokens()).sum();
    long[] tokens = new long[source.size() * length];
    Arrays.fill(tokens, pad);
    long[] chosen = new long[count];
    long[] targets = new long[count];
    int at = 0;
    for (int row = 0; row < source.size(); row++) {
      TrainingExample example = batch.get(source.get(row));
      int[] own = example.tokens();
      for (int t = 0; t < own.length; t++) {
        tokens[row * length + t] = own[t];
        if (t >= example.promptLength()) {
          chosen[at] = (long) row * length + t - 1;
          targets[at++] = own[t];
        }
      }
    }
    return new MicroBatch(List.copyOf(source), length, tokens, chosen, targets);
  }

  int rows() {
    return source.size();
  }
}
