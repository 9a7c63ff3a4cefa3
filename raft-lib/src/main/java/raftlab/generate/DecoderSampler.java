package raftlab.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.core.SamplingSettings;
import raftlab.core.Seeds;
import raftlab.model.DecoderPolicy;

/**
 * Continuous batching: finished completions leave, waiting ones enter, and each prompt is read once
 * for all completions that enter together.
 *
 * <p>The draws of a completion are decided by its key alone (see {@link Seeds}). Its probabilities
 * are computed in batches, whose size can change their last bits; a draw within that distance of a
 * boundary, about one token in a million, may differ between batch sizes. The same call gives the
 * same bits every time, with the same number of kernel threads.
 */
public final class DecoderSampler implements Sampler {

  private static final int WARM_UP_TOKENS = 4;

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
    List<Row> rows = rows(prompts, tokens, settings);
    if (!rows.isEmpty()) {
      new Drawing(shares(rows, tokens, settings), context).draw();
    }
    Completion[][] done = new Completion[prompts.size()][settings.completionsPerPrompt()];
    for (Row row : rows) {
      done[row.promptIndex][row.sampleIndex] = row.completion(policy.tokenizer());
    }
    List<Rollout> rollouts = new ArrayList<>();
    for (int p = 0; p < prompts.size(); p++) {
      rollouts.add(new Rollout(prompts.prompts().get(p), Arrays.asList(done[p])));
    }
    return new RolloutSet(prompts.name(), policy.id(), settings, rollouts);
  }

  /**
   * Longest prompts first: rows that enter together are of like length, and the tail of the work is
   * short.
   */
  private List<Row> rows(PromptSet prompts, List<int[]> tokens, SamplingSettings settings) {
    List<Integer> order = new ArrayList<>();
    for (int p = 0; p < tokens.size(); p++) {
      order.add(p);
    }
    order.sort(Comparator.<Integer>comparingInt(p -> tokens.get(p).length).reversed());
    List<Row> rows = new ArrayList<>();
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

  /** Deals the rows out: prompt by prompt, or where there are few, the rows of each prompt. */
  private List<Share> shares(List<Row> rows, List<int[]> tokens, SamplingSettings settings) {
    int longest = tokens.stream().mapToInt(each -> each.length).max().orElseThrow();
    int length = Math.min(policy.contextLength(), longest + settings.maxNewTokens());
    SamplerLimits used =
        limits == null
            ? SamplerLimits.fitting(policy.config(), policy.precision(), length)
            : limits;
    int capacity = Math.min(used.rows(), rows.size());
    int count = Math.min(policy.batchesAtOnce(), capacity);
    boolean byPrompt = tokens.size() >= 2 * count;
    List<List<Row>> dealt = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      dealt.add(new ArrayList<>());
    }
    for (int i = 0; i < rows.size(); i++) {
      int hand = byPrompt ? i / settings.completionsPerPrompt() : i;
      dealt.get(hand % count).add(rows.get(i));
    }
    int each = (capacity + count - 1) / count;
    return dealt.stream()
        .map(own -> new Share(policy, settings, tokens, own, Math.min(each, own.size()), length))
        .toList();
  }
}
