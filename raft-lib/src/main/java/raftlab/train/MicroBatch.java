package raftlab.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Examples padded on the right to one rectangle: tokens [B * T], and for each of the N loss tokens
 * its target and the flat position that predicts it.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MicroBatch(int rows, int length, long[] tokens, long[] chosen, long[] targets) {

  /**
   * Cuts a batch into rectangles of at most {@code limit} cells, short examples with short ones.
   */
  static List<MicroBatch> cut(List<TrainingExample> batch, int limit, int pad) {
    List<TrainingExample> sorted = new ArrayList<>(batch);
    sorted.sort(java.util.Comparator.comparingInt(each -> each.tokens().length));
    List<MicroBatch> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < sorted.size(); i++) {
      int length = sorted.get(i).tokens().length;
      if (i > from && (i + 1 - from) * (long) length > limit) {
        parts.add(of(sorted.subList(from, i), pad));
        from = i;
      }
    }
    if (from < sorted.size()) {
      parts.add(of(sorted.subList(from, sorted.size()), pad));
    }
    return parts;
  }

  static MicroBatch of(List<TrainingExample> examples, int pad) {
    int length = examples.stream().mapToInt(each -> each.tokens().length).max().orElseThrow();
    int count = examples.stream().mapToInt(TrainingExample::lossTokens).sum();
    long[] tokens = new long[examples.size() * length];
    Arrays.fill(tokens, pad);
    long[] chosen = new long[count];
    long[] targets = new long[count];
    int at = 0;
    for (int row = 0; row < examples.size(); row++) {
      int[] own = examples.get(row).tokens();
      for (int t = 0; t < own.length; t++) {
        tokens[row * length + t] = own[t];
        if (t >= examples.get(row).promptLength()) {
          chosen[at] = (long) row * length + t - 1;
          targets[at++] = own[t];
        }
      }
    }
    return new MicroBatch(examples.size(), length, tokens, chosen, targets);
  }
}
