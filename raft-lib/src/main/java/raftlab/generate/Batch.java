package raftlab.generate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.SamplingSettings;
import raftlab.model.DecoderPolicy;
import raftlab.tensor.Kernels;
import raftlab.tensor.ThreadCount;

/**
 * The completions in flight and their key-value cache, [2, rows, G, length, D] per layer: keys,
 * then values. Active rows are always the first ones: a finished row's place is taken by the last.
 */
final class Batch implements AutoCloseable {

  private final DecoderPolicy policy;
  private final SamplingSettings settings;
  private final PtNDManager owner;
  private final List<NDArray> cache = new ArrayList<>();
  private final List<NDArray> laid;
  private final List<Row> active = new ArrayList<>();
  private final int capacity;
  private final int[] endIds;
  private final ThreadCount threads;

  Batch(DecoderPolicy policy, SamplingSettings settings, int capacity, int length) {
    this.policy = policy;
    this.settings = settings;
    this.capacity = capacity;
    this.threads = ThreadCount.fitting(policy.config().largestProduct(capacity));
    this.owner = (PtNDManager) policy.manager().newSubManager();
    this.endIds = policy.tokenizer().endIds();
    this.laid = LaidWeights.of(policy, owner, capacity, settings.maxNewTokens());
    var config = policy.config();
    Shape shape = new Shape(2, capacity, config.kvHeads(), length, config.headDim());
    for (int i = 0; i < config.layers(); i++) {
      cache.add(policy.precision().zeros(owner, shape));
    }
  }

  int free() {
    return capacity - active.size();
  }

  boolean isEmpty() {
    return active.isEmpty();
  }

  /**
   * Reads prompts once each and draws the first token of their rows; {@code prompts.get(source[i])}
   * is row i's prompt.
   */
  void admit(List<int[]> prompts, List<Row> rows, long[] source) {
    int longest = prompts.stream().mapToInt(each -> each.length).max().orElseThrow();
    long[] tokens = new long[prompts.size() * longest];
    long[] lengths = new long[prompts.size()];
    for (int p = 0; p < prompts.size(); p++) {
      lengths[p] = prompts.get(p).length;
      for (int t = 0; t < longest; t++) {
        tokens[p * longest + t] = t < lengths[p] ? prompts.get(p)[t] : policy.tokenizer().padId();
      }
    }
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      NDArray drawn =
          Kernels.get()
              .call(
                  scope,
                  "prefill",
                  policy.parameters().tensors(),
                  cache,
                  policy.kernelConfig(),
                  policy.config().rmsEps(),
                  policy.rope(),
                  scope.create(tokens, new Shape(prompts.size(), longest)),
                  scope.create(lengths),
                  scope.create(source),
                  (long) active.size(),
                  uniforms(scope, rows),
                  settings.temperature(),
                  settings.topP(),
                  (long) settings.topK());
      accept(rows, drawn);
    }
    active.addAll(rows);
  }

  /** Draws the next token of every active row. */
  void step() {
    long[] tokens = active.stream().mapToLong(Row::last).toArray();
    long[] places = active.stream().mapToLong(Row::place).toArray();
    long longest = java.util.Arrays.stream(places).max().orElseThrow() + 1;
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      NDArray drawn =
          Kernels.get()
              .call(
                  scope,
                  "step",
                  policy.parameters().tensors(),
                  laid,
                  cache,
                  policy.kernelConfig(),
                  policy.config().rmsEps(),
                  policy.rope(),
                  scope.create(tokens),
                  scope.create(places),
                  longest,
                  uniforms(scope, active),
                  settings.temperature(),
                  settings.topP(),
                  (long) settings.topK());
      accept(active, drawn);
    }
  }

  /** Takes the finished rows out and moves the last ones into their places. */
  List<Row> takeFinished() {
    List<Row> finished = new ArrayList<>();
    List<Long> from = new ArrayList<>();
    List<Long> to = new ArrayList<>();
    int longest = 0;
    int end = active.size();
    int at = 0;
    while (at < end) {
      Row row = active.get(at);
      if (!row.finished()) {
        at++;
        continue;
      }
      finished.add(row);
      end--;
      while (end > at && active.get(end).finished()) {
        finished.add(active.get(end));
        end--;
      }
      if (end > at) {
        from.add((long) end);
        to.add((long) at);
        longest = Math.max(longest, active.get(end).place());
        active.set(at, active.get(end));
        at++;
      }
    }
    active.subList(end, active.size()).clear();
    if (longest > 0) {
      move(from, to, longest);
    }
    return finished;
  }

  private void move(List<Long> from, List<Long> to, long longest) {
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      Kernels.get()
          .run(
              "move",
              cache,
              scope.create(from.stream().mapToLong(Long::longValue).toArray()),
              scope.create(to.stream().mapToLong(Long::longValue).toArray()),
              longest);
    }
  }

  private static NDArray uniforms(PtNDManager scope, List<Row> rows) {
    return scope.create(rows.stream().mapToDouble(Row::uniform).toArray());
  }

  private void accept(List<Row> rows, NDArray drawn) {
    double[] values = drawn.toType(DataType.FLOAT64, false).toDoubleArray();
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).accept((int) values[i], (float) values[rows.size() + i], endIds);
    }
  }

  @Override
  public void close() {
    threads.close();
    owner.close();
  }
}
