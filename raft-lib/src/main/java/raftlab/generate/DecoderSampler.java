package raftlab.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import raftlab.core.Completion;
import raftlab.core.Event;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.core.SamplingSettings;
import raftlab.core.Seeds;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;

/**
 * Continuous batching: finished completions leave, waiting ones enter, and each prompt is read once
 * for all completions that enter together.
 *
 * <p>The draws of a completion are decided by its key alone (see {@link Seeds}). Its probabilities
 * are computed in batches, whose size can change their last bits; a draw within that distance of a
 * boundary, about one token in a million, may differ between batch sizes. The same call gives the
 * same bits every time.
 */
public final class DecoderSampler implements Sampler {

  private static final int PROMPTS_AT_ONCE = 64;
  private static final int WARM_UP_TOKENS = 4;
  private static final long CACHE_OVER_WEIGHTS = 16;

  private final DecoderPolicy policy;
  private final SamplerLimits limits;

  public DecoderSampler(DecoderPolicy policy) {
    this(policy, null);
  }

  /** {@code limits} null: as many rows as fit the default budget. */
  public DecoderSampler(DecoderPolicy policy, SamplerLimits limits) {
    this.policy = policy;
    this.limits = limits;
  }

  /**
   * Draws a few tokens for one prompt and forgets them: the first call of every kernel prepares it,
   * which takes some tenths of a second.
   *
   * @return the seconds it took
   */
  public double warmUp(Prompt prompt, SamplingSettings settings, RunContext context) {
    long start = System.nanoTime();
    int few = Math.min(WARM_UP_TOKENS, settings.maxNewTokens());
    new DecoderSampler(policy, new SamplerLimits(1))
        .sample(
            new PromptSet("warm-up", "", "", List.of(prompt)),
            new SamplingSettings(
                1, settings.temperature(), settings.topP(), settings.topK(), few, 0, 0),
            new RunContext(context::stopRequested, event -> {}));
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public RolloutSet sample(PromptSet prompts, SamplingSettings settings, RunContext context) {
    List<int[]> tokens = new ArrayList<>();
    for (Prompt prompt : prompts.prompts()) {
      tokens.add(policy.encodePrompt(prompt.id(), prompt.text()));
    }
    Completion[][] done = new Completion[prompts.size()][settings.completionsPerPrompt()];
    Deque<Row> waiting = rows(prompts, tokens, settings);
    if (!waiting.isEmpty()) {
      int longest = tokens.stream().mapToInt(each -> each.length).max().orElseThrow();
      int length = Math.min(policy.contextLength(), longest + settings.maxNewTokens());
      SamplerLimits used =
          limits == null
              ? SamplerLimits.fitting(policy.config(), policy.precision(), length)
              : limits;
      int capacity = Math.min(used.rows(), waiting.size());
      int enough = enough(capacity, length);
      try (Batch batch = new Batch(policy, settings, capacity, length)) {
        draw(batch, enough, waiting, tokens, done, context);
      }
    }
    List<Rollout> rollouts = new ArrayList<>();
    for (int p = 0; p < prompts.size(); p++) {
      rollouts.add(new Rollout(prompts.prompts().get(p), Arrays.asList(done[p])));
    }
    return new RolloutSet(prompts.name(), policy.id(), settings, rollouts);
  }

  /**
   * Returns how many places must be free before waiting rows enter: entering costs a pass over the
   * prompts. Where a step is bound by reading the weights, a quarter, since an empty place costs as
   * much as a full one. Where it is bound by reading the cache, which is read as far as the longest
   * row goes for all rows, all of them: rows that start together are short together.
   */
  private int enough(int capacity, int length) {
    DecoderConfig config = policy.config();
    long cache = 2L * config.layers() * config.kvHeads() * config.headDim() * length * capacity;
    boolean together = cache > CACHE_OVER_WEIGHTS * policy.parameterCount();
    return together ? capacity : Math.max(1, capacity / 4);
  }

  /**
   * Longest prompts first: rows that enter together are of like length, and the tail of the work is
   * short.
   */
  private Deque<Row> rows(PromptSet prompts, List<int[]> tokens, SamplingSettings settings) {
    List<Integer> order = new ArrayList<>();
    for (int p = 0; p < tokens.size(); p++) {
      order.add(p);
    }
    order.sort(Comparator.<Integer>comparingInt(p -> tokens.get(p).length).reversed());
    Deque<Row> rows = new ArrayDeque<>();
    for (int p : order) {
      int room = policy.contextLength() - tokens.get(p).length;
      int limit = Math.min(settings.maxNewTokens(), room);
      long key = Seeds.key(prompts.prompts().get(p).id());
      for (int k = 0; k < settings.completionsPerPrompt(); k++) {
        long seed = Seeds.derive(settings.seed(), settings.iteration(), key, k);
        rows.add(new Row(p, k, tokens.get(p).length, limit, seed));
      }
    }
    return rows;
  }

  private void draw(
      Batch batch,
      int enough,
      Deque<Row> waiting,
      List<int[]> tokens,
      Completion[][] done,
      RunContext context) {
    int total = waiting.size();
    int finished = 0;
    long drawn = 0;
    long start = System.nanoTime();
    boolean entering = true;
    while (!waiting.isEmpty() || !batch.isEmpty()) {
      context.checkStop();
      entering = !waiting.isEmpty() && batch.free() > 0 && (entering || batch.free() >= enough);
      if (entering) {
        admit(batch, waiting, tokens);
      } else {
        batch.step();
      }
      for (Row row : batch.takeFinished()) {
        done[row.promptIndex][row.sampleIndex] = row.completion(policy.tokenizer());
        finished++;
        drawn += row.size();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      context.emit(
          new Event.Progress(
              "sample",
              finished,
              total,
              Math.round(drawn / Math.max(1e-9, seconds)) + " tokens/s"));
    }
  }

  private static void admit(Batch batch, Deque<Row> waiting, List<int[]> tokens) {
    List<int[]> prompts = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<Long> source = new ArrayList<>();
    int last = -1;
    while (!waiting.isEmpty() && rows.size() < batch.free()) {
      int prompt = waiting.peek().promptIndex;
      if (prompt != last) {
        if (prompts.size() == PROMPTS_AT_ONCE) {
          break;
        }
        prompts.add(tokens.get(prompt));
        last = prompt;
      }
      rows.add(waiting.poll());
      source.add((long) prompts.size() - 1);
    }
    batch.admit(prompts, rows, source.stream().mapToLong(Long::longValue).toArray());
  }
}
