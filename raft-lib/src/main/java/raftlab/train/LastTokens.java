package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.model.RewardHead;
import raftlab.tensor.Kernels;

/**
 * Sequences padded on the right to one rectangle, of which a reward head reads the last token that
 * is no padding.
 *
 * @param rows sequences B
 * @param length tokens T of the longest
 * @param tokens [B * T]
 * @param last each row's last place twice, once for either row of the head: [2 B]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LastTokens(int rows, int length, long[] tokens, long[] last) {

  static LastTokens of(List<int[]> sequences, int pad) {
    int length = sequences.stream().mapToInt(each -> each.length).max().orElseThrow();
    long[] tokens = new long[sequences.size() * length];
    long[] last = new long[2 * sequences.size()];
    Arrays.fill(tokens, pad);
    for (int row = 0; row < sequences.size(); row++) {
      int[] own = sequences.get(row);
      for (int t = 0; t < own.length; t++) {
        tokens[row * length + t] = own[t];
      }
      last[2 * row] = (long) row * length + own.length - 1;
      last[2 * row + 1] = last[2 * row];
    }
    return new LastTokens(sequences.size(), length, tokens, last);
  }

  /** Returns r of each row: the difference of the two logits. */
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
                  scope.create(last),
                  scope.create(sides()),
                  (long) last.length)
              .toFloatArray();
      double[] rewards = new double[rows];
      for (int row = 0; row < rows; row++) {
        rewards[row] = (double) found[2 * row] - found[2 * row + 1];
      }
      return rewards;
    }
  }

  /** Adds the gradient of sum(slope r) to {@code into}, which has the head's shapes. */
  void accumulate(RewardHead head, List<NDArray> into, double[] slopes) {
    try (PtNDManager scope = (PtNDManager) head.manager().newSubManager()) {
      float[] both = new float[2 * rows];
      for (int row = 0; row < rows; row++) {
        both[2 * row] = (float) slopes[row];
        both[2 * row + 1] = (float) -slopes[row];
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
      arguments.put("chosen", List.of(scope.create(last)));
      arguments.put("targets", List.of(scope.create(sides())));
      arguments.put("slopes", List.of(scope.create(both)));
      arguments.put("entropy_slopes", List.of(scope.create(new Shape(0))));
      Kernels.get().callRecorded(scope, "gradient", arguments);
    }
  }

  private long[] sides() {
    long[] sides = new long[2 * rows];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = i % 2;
    }
    return sides;
  }
}
