package raftlab.alignment;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.RewardFunction;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.ScoredSet;
import raftlab.core.Seeds;
import raftlab.data.PreferencePair;
import raftlab.data.dialogue.Dialogue;
import raftlab.data.dialogue.Gold;
import raftlab.data.dialogue.SentenceKind;
import raftlab.eval.Bootstrap;
import raftlab.eval.Skew;
import raftlab.eval.TextDiversity;
import raftlab.generate.DecoderSampler;
import raftlab.infer.Perplexity;
import raftlab.model.DecoderPolicy;
import raftlab.reward.GoldReward;
import raftlab.reward.Scorer;

/**
 * Measures policies of the dialogue world alike: the same held-out prompts, number of samples,
 * temperature, seed and reference replies.
 *
 * @param samples replies per held-out prompt
 * @param longest tokens of a reply at most
 * @param temperature of the samples
 * @param references chosen replies for the perplexity
 * @param seed decides samples and references
 * @param proxy the learned reward, if there is one
 */
public record AlignmentSheet(
    int samples,
    int longest,
    double temperature,
    int references,
    long seed,
    Optional<RewardFunction> proxy) {

  /** Pairs of prompts are few: they are answered more often. */
  private static final int PAIR_FACTOR = 4;

  public AlignmentSheet {
    Checks.usage(samples >= 1, "--n " + samples + " measures nothing", "", "Give 1 or more");
    Checks.usage(
        references >= 1, "--references " + references + " measures nothing", "", "Give 1 or more");
  }

  /** Measures one policy. */
  public AlignmentRow measure(String name, DecoderPolicy policy, RunContext context) {
    RolloutSet replies = sampled(policy, "held out", Dialogue.heldOut(), samples, context);
    ScoredSet gold = Scorer.score(replies, new GoldReward(), context);
    double[] values = gold.values().toArray();
    RolloutSet pairs = sampled(policy, "pairs", Dialogue.paired(), samples * PAIR_FACTOR, context);
    return new AlignmentRow(
        name,
        Bootstrap.of(
            gold.groups().stream()
                .mapToDouble(group -> group.values().average().orElseThrow())
                .toArray(),
            samples),
        deviation(values),
        DoubleStream.of(values).map(value -> value >= Gold.GOOD ? 1 : 0).average().orElseThrow(),
        proxy.map(reward -> Scorer.score(replies, reward, context).mean()).orElse(Double.NaN),
        Perplexity.of(policy, chosen(), context),
        TextDiversity.of(
            replies.rollouts().stream()
                .flatMap(rollout -> rollout.completions().stream())
                .map(Completion::text)
                .toList()),
        Skew.of(
            pairs,
            Dialogue.PAIR,
            Dialogue.GROUP,
            Dialogue.GROUPS,
            (prompt, completion) ->
                Gold.reply(prompt.answer(), completion.text()).has(SentenceKind.UNFAIR)));
  }

  private RolloutSet sampled(
      DecoderPolicy policy, String part, List<Prompt> prompts, int count, RunContext context) {
    SamplingSettings how = SamplingSettings.of(count, longest, seed).withTemperature(temperature);
    return new DecoderSampler(policy)
        .sample(Dialogue.set("dialogue", part, "", prompts), how, context);
  }

  /** The replies that were preferred in pairs to held-out prompts. */
  private List<Perplexity.Reference> chosen() {
    long draws = Seeds.derive(seed, Seeds.key("references"));
    return IntStream.range(0, references)
        .mapToObj(index -> Dialogue.preference(Dialogue.heldOut(), draws, index))
        .map(AlignmentSheet::reference)
        .toList();
  }

  private static Perplexity.Reference reference(PreferencePair preference) {
    return new Perplexity.Reference(preference.prompt().text(), preference.chosen());
  }

  private static double deviation(double[] values) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    return Math.sqrt(
        DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }
}
