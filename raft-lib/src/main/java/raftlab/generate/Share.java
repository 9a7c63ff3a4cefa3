package raftlab.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import raftlab.core.SamplingSettings;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;

/**
 * The rows that one thread draws: they enter a batch of its own as places fall free, and leave it
 * finished. To be drawn once, on any thread.
 */
final class Share {

  private static final int PROMPTS_AT_ONCE = 64;
  private static final long CACHE_OVER_WEIGHTS = 16;

  private final DecoderPolicy policy;
  private final SamplingSettings settings;
  private final List<int[]> tokens;
  private final Deque<Row> waiting;
  private final int rows;
  private final int capacity;
  private final int length;

  /**
   * @param tokens of every prompt, by the rows' prompt index
   * @param capacity rows at once
   * @param length of the longest row, prompt included
   */
  Share(
      DecoderPolicy policy,
      SamplingSettings settings,
      List<int[]> tokens,
      List<Row> rows,
      int capacity,
      int length) {
    this.policy = policy;
    this.settings = settings;
    this.tokens = tokens;
    this.waiting = new ArrayDeque<>(rows);
    this.rows = rows.size();
    this.capacity = capacity;
    this.length = length;
  }

  int rows() {
    return rows;
  }

  /**
   * Draws all rows.
   *
   * @param safePoint called before each step; what it throws ends the work
   * @param finished called with each row that is done
   */
  void draw(Runnable safePoint, Consumer<Row> finished) {
    int enough = enough();
    try (Batch batch = new Batch(policy, settings, capacity, length)) {
      boolean entering = true;
      while (!waiting.isEmpty() || !batch.isEmpty()) {
        safePoint.run();
        entering = !waiting.isEmpty() && batch.free() > 0 && (entering || batch.free() >= enough);
        if (entering) {
          admit(batch);
        } else {
          batch.step();
        }
        batch.takeFinished().forEach(finished);
      }
    }
  }

  /**
   * Returns how many places must be free before waiting rows enter: entering costs a pass over the
   * prompts. Where a step is bound by reading the weights, a quarter, since an empty place costs as
   * much as a full one. Where it is bound by reading the cache, which is read as far as the longest
   * row goes for all rows, all of them: rows that start together are short together.
   */
  private int enough() {
    DecoderConfig config = policy.config();
    long cache = 2L * config.layers() * config.kvHeads() * config.headDim() * length * capacity;
    boolean together = cache > CACHE_OVER_WEIGHTS * policy.parameterCount();
    return together ? capacity : Math.max(1, capacity / 4);
  }

  private void admit(Batch batch) {
    List<int[]> prompts = new ArrayList<>();
    List<Row> entering = new ArrayList<>();
    List<Long> source = new ArrayList<>();
    int last = -1;
    while (!waiting.isEmpty() && entering.size() < batch.free()) {
      int prompt = waiting.peek().promptIndex;
      if (prompt != last) {
        if (prompts.size() == PROMPTS_AT_ONCE) {
          break;
        }
        prompts.add(tokens.get(prompt));
        last = prompt;
      }
      entering.add(waiting.poll());
      source.add((long) prompts.size() - 1);
    }
    batch.admit(prompts, entering, source.stream().mapToLong(Long::longValue).toArray());
  }
}
