package raftlab.algorithm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selected;
import raftlab.core.Selection;
import raftlab.eval.EvalReport;
import raftlab.reward.KlShaped;
import raftlab.reward.TaskReward;
import raftlab.select.SelectionSettings;
import raftlab.train.TrainReport;

/**
 * The numbers of a round, by the names of algorithms.md section 12. Those of the policy are over
 * all samples, kept or not.
 */
final class IterationMetrics {

  /** A reward of more different values, such as a learned one, does not say right or wrong. */
  private static final int VERDICTS = 8;

  private final Map<String, Double> values = new TreeMap<>();
  private double least = Double.NaN;

  IterationMetrics scored(ScoredSet scored) {
    put("reward/mean", scored.mean());
    double lowest = scored.values().min().orElse(Double.NaN);
    least = scored.values().anyMatch(value -> value > lowest) ? lowest : Double.NaN;
    put("reward/std", deviation(scored.values().toArray()));
    put(
        "reward/first_sample_mean",
        scored.groups().stream()
            .filter(group -> !group.samples().isEmpty())
            .mapToDouble(group -> group.samples().get(0).value())
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN));
    part(scored, TaskReward.PART, "reward/task_mean");
    part(scored, KlShaped.PART, "kl_ref/sum");
    groups(scored.groups());
    List<Completion> all =
        scored.groups().stream()
            .flatMap(group -> group.samples().stream())
            .map(each -> each.completion())
            .toList();
    put("length/mean", all.stream().mapToInt(Completion::length).average().orElse(0));
    put("tokens/sampled", (double) all.stream().mapToLong(Completion::length).sum());
    put("truncated_ratio", share(all, Completion::truncated));
    put(
        "entropy_estimate",
        all.stream()
            .filter(each -> each.trace().size() > 0)
            .mapToDouble(each -> -each.trace().totalLogProb() / each.trace().size())
            .average()
            .orElse(Double.NaN));
    put(
        "length/terminated_mean",
        all.stream()
            .filter(each -> each.finish() == FinishReason.END)
            .mapToInt(Completion::length)
            .average()
            .orElse(0));
    put("skipped_ratio", all.isEmpty() ? 0 : scored.skippedCount() / (double) all.size());
    return this;
  }

  /** The mean of a part that the rewards record, if they do. */
  private void part(ScoredSet scored, String part, String name) {
    put(
        name,
        scored.groups().stream()
            .flatMap(group -> group.samples().stream())
            .map(each -> each.reward().parts().get(part))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(Double.NaN));
  }

  /** What the run's reward and the gold reward say of the held-out samples. */
  IterationMetrics judged(HeldOut now, HeldOut start, double bestGold) {
    put("eval/proxy", now.proxy().value());
    put("eval/proxy_std", now.proxyDeviation());
    put("eval/gold", now.gold().value());
    put("eval/gold_std", now.goldDeviation());
    put("eval/gold/low", now.gold().low());
    put("eval/gold/high", now.gold().high());
    put("eval/gap", now.gap(start));
    put("eval/gold_drop", Math.max(0, bestGold - now.gold().value()));
    return this;
  }

  /** By how much pass@1 lies below the best so far. */
  IterationMetrics drop(double bestPass) {
    put("eval/drop", Math.max(0, bestPass - values.getOrDefault("eval/pass@1", Double.NaN)));
    return this;
  }

  private void groups(List<ScoredGroup> groups) {
    put("group/frac_zero_std", share(groups, ScoredGroup::withoutVariance));
    if (groups.stream().flatMapToDouble(ScoredGroup::values).distinct().count() > VERDICTS) {
      return;
    }
    // A round in which nothing is right must not look solved: right is 1, or more where a reward
    // goes further.
    double best = Math.max(1, groups.stream().flatMapToDouble(ScoredGroup::values).max().orElse(0));
    put("group/frac_all_correct", share(groups, each -> each.values().allMatch(v -> v >= best)));
    put("group/frac_all_wrong", share(groups, each -> each.values().allMatch(v -> v < best)));
  }

  IterationMetrics selected(Selection selection) {
    put("selected/count", selection.kept().size());
    put(
        "selected/reward_mean",
        selection.kept().stream().mapToDouble(Selected::reward).average().orElse(Double.NaN));
    put(
        "selected/length_mean",
        selection.kept().stream().mapToInt(each -> each.completion().length()).average().orElse(0));
    put(
        "selected/prompts",
        (double) selection.kept().stream().map(Selected::prompt).distinct().count());
    // Rules that keep bad completions on purpose, as pairs or for a baseline, are not asked.
    boolean best =
        selection.rule().startsWith(SelectionSettings.BEST_OF_K)
            || selection.rule().startsWith(SelectionSettings.GLOBAL_TOP);
    if (best && !Double.isNaN(least)) {
      put("selected/frac_lowest", share(selection.kept(), each -> each.reward() <= least));
    }
    return this;
  }

  IterationMetrics trained(TrainReport report) {
    put("loss/total", report.meanLoss());
    report.metrics().forEach(this::put);
    put("grad_norm", report.meanGradNorm());
    put("train/steps", report.steps());
    put("train/skipped_steps", report.skipped());
    put("tokens_per_s/train", report.tokens() / Math.max(1e-9, report.seconds()));
    return this;
  }

  IterationMetrics evaluated(EvalReport report) {
    put("eval/pass@1", report.passAt1().value());
    put("eval/pass@1/low", report.passAt1().low());
    put("eval/pass@1/high", report.passAt1().high());
    return this;
  }

  IterationMetrics seconds(String phase, double seconds) {
    put("seconds/" + phase, seconds);
    return this;
  }

  Map<String, Double> values() {
    return new TreeMap<>(values);
  }

  private void put(String name, double value) {
    if (Double.isFinite(value)) {
      values.put(name, value);
    }
  }

  private static <T> double share(List<T> all, java.util.function.Predicate<T> is) {
    return all.isEmpty() ? 0 : all.stream().filter(is).count() / (double) all.size();
  }

  private static double deviation(double[] values) {
    double mean = DoubleStream.of(values).average().orElse(Double.NaN);
    return Math.sqrt(
        DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN));
  }
}
