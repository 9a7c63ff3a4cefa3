package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import raftlab.model.RewardHead;
import raftlab.model.RewardReading;
import raftlab.tensor.Kernels;

/**
 * Sequences padded on the right to one rectangle, of which a reward head reads the last token that
 * is no padding, or all of them.
 *
 * @param rows sequences B
 * @param length tokens T of the longest
 * @param tokens [B * T]
 * @param read each place that is read twice, once for either row of the head: [2 N]
 * @param scale of each place's difference of the two logits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadTokens(int rows, int length, long[] tokens, long[] read, double scale) {

  static HeadTokens of(List<int[]> sequences, RewardReading reading, int pad) {
    int length = sequences.stream().mapToInt(each -> each.length).max().orElseThrow();
    long[] tokens = new long[sequences.size() * length];
    Arrays.fill(tokens, pad);
    LongStream.Builder read = LongStream.builder();
    for (int row = 0; row < sequences.size(); row++) {
      int[] own = sequences.get(row);
      for (int t = 0; t < own.length; t++) {
        tokens[row * length + t] = own[t];
      }
      for (int t = own.length - reading.tokens(own.length); t < own.length; t++) {
        read.add((long) row * length + t).add((long) row * length + t);
      }
    }
    return new HeadTokens(
        sequences.size(), length, tokens, read.build().toArray(), reading.scale());
  }

  /** Returns r of each row: the scaled sum of the differences of the two logits. */
  double[] rewards(RewardHead head) {
    try (PtNDManager scope = (PtNDManager) head.manager().newSubManager()) {
      float[] found =
          Kernels.get()
              .call(
                  scope,
                  "score",
                  head.tensors(),
                  head.body().kernelConfig(),
                  head.body().config().rmsEps(),
                  head.body().rope(),
                  scope.create(tokens, new Shape(rows, length)),
                  scope.create(read),
                  scope.create(sides()),
                  (long) read.length)
              .toFloatArray();
      double[] rewards = new double[rows];
      for (int i = 0; i < read.length; i += 2) {
        rewards[row(i)] += scale * ((double) found[i] - found[i + 1]);
      }
      return rewards;
    }
  }

  /** Adds the gradient of sum(slope r) to {@code into}, which has the head's shapes. */
  void accumulate(RewardHead head, List<NDArray> into, double[] slopes) {
    try (PtNDManager scope = (PtNDManager) head.manager().newSubManager()) {
      float[] both = new float[read.length];
      for (int i = 0; i < read.length; i += 2) {
        both[i] = (float) (scale * slopes[row(i)]);
        both[i + 1] = -both[i];
      }
      Map<String, List<? extends NDArray>> arguments = new LinkedHashMap<>();
      arguments.put("w[]", head.tensors());
      arguments.put("into[]", into);
      arguments.put("lora[]", List.of(scope.create(new Shape(0))));
      arguments.put("lora_into[]", List.of(scope.create(new Shape(0))));
      arguments.put("cfg", List.of(scope.create(head.body().kernelConfig())));
      arguments.put(
          "numbers", List.of(scope.create(new double[] {head.body().config().rmsEps(), 0, 0})));
      arguments.put("rope", List.of(head.body().rope()));
      arguments.put("tokens", List.of(scope.create(tokens)));
      arguments.put("spans", List.of(scope.create(new long[] {rows, length})));
      arguments.put("chosen", List.of(scope.create(read)));
      arguments.put("targets", List.of(scope.create(sides())));
      arguments.put("slopes", List.of(scope.create(both)));
      arguments.put("entropy_slopes", List.of(scope.create(new Shape(0))));
      Kernels.get().callRecorded(scope, "gradient", arguments);
    }
  }

  private int row(int place) {
    return (int) (read[place] / length);
  }

  private long[] sides() {
    long[] sides = new long[read.length];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = i % 2;
    }
    return sides;
  }
}
