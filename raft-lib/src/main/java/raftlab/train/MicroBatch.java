package raftlab.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples one behind the other: tokens [S], and for each of the N loss tokens, row by row, its
 * target and the flat position that predicts it.
 *
 * @param source which example of the batch each row is
 * @param spans n1, t1, n2, t2, ...: first n1 rows of t1 tokens, then n2 rows of t2, and so on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MicroBatch(
    List<Integer> source, long[] spans, long[] tokens, long[] chosen, long[] targets) {

  /** Cuts a batch, short examples with short ones; padding is on the right. */
  static List<MicroBatch> cut(List<TrainingExample> batch, Cut cut, int pad) {
    List<Integer> sorted =
        IntStream.range(0, batch.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> length(batch, i)))
            .toList();
    List<MicroBatch> parts = new ArrayList<>();
    int from = 0;
    long cells = 0;
    for (int i = 0; i < sorted.size(); i++) {
      int length = length(batch, sorted.get(i));
      cells = cut.packed() ? cells + length : (i + 1 - from) * (long) length;
      if (i > from && (cells > cut.cells() || i - from >= cut.rows())) {
        parts.add(of(batch, sorted.subList(from, i), cut, pad));
        from = i;
        cells = length;
      }
    }
    if (from < sorted.size()) {
      parts.add(of(batch, sorted.subList(from, sorted.size()), cut, pad));
    }
    return parts;
  }

  private static MicroBatch of(
      List<TrainingExample> batch, List<Integer> source, Cut cut, int pad) {
    int longest = length(batch, source.get(source.size() - 1));
    int[] widths =
        source.stream().mapToInt(i -> cut.packed() ? length(batch, i) : longest).toArray();
    int count = source.stream().mapToInt(i -> batch.get(i).lossTokens()).sum();
    long[] tokens = new long[IntStream.of(widths).sum()];
    Arrays.fill(tokens, pad);
    long[] chosen = new long[count];
    long[] targets = new long[count];
    int at = 0;
    int start = 0;
    for (int row = 0; row < widths.length; row++) {
      TrainingExample example = batch.get(source.get(row));
      int[] own = example.tokens();
      for (int t = 0; t < own.length; t++) {
        tokens[start + t] = own[t];
        if (t >= example.promptLength()) {
          chosen[at] = start + t - 1L;
          targets[at++] = own[t];
        }
      }
      start += widths[row];
    }
    return new MicroBatch(List.copyOf(source), spans(widths), tokens, chosen, targets);
  }

  /** Joins rows of equal length. */
  private static long[] spans(int[] widths) {
    List<Long> spans = new ArrayList<>();
    for (int width : widths) {
      int last = spans.size() - 1;
      if (last > 0 && spans.get(last) == width) {
        spans.set(last - 1, spans.get(last - 1) + 1);
      } else {
        spans.add(1L);
        spans.add((long) width);
      }
    }
    return spans.stream().mapToLong(Long::longValue).toArray();
  }

  private static int length(List<TrainingExample> batch, int index) {
    return batch.get(index).tokens().length;
  }

  int rows() {
    return source.size();
  }

  /** Returns the tokens of a row, which are the same for all where there is one span. */
  int length() {
    return (int) spans[1];
  }
}
