package raftlab.kernel.notebook;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Reward;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;

/**
 * A scored set: mean reward, a histogram, groups that carry no preference, and what was skipped and
 * why. Up to ten different rewards have a bar each, more are put into ten bins of equal width.
 */
final class ScoredSetView implements View<ScoredSet> {

  private static final int BINS = 10;
  private static final int BAR = 40;

  @Override
  public Report report(ScoredSet set) {
    Report report = Report.of(set.toString(), "reward", "completions", "share");
    Map<Double, Integer> counts = counts(set);
    long all = set.values().count();
    for (Map.Entry<Double, Integer> entry : counts.entrySet()) {
      double share = entry.getValue() / (double) all;
      String bar = "#".repeat((int) Math.round(BAR * share));
      String text = String.format(Locale.ROOT, "%5.1f %% %s", 100 * share, bar).stripTrailing();
      report = report.row(shortest(entry.getKey()), entry.getValue(), text);
    }
    long flat = set.groups().stream().filter(ScoredGroup::withoutVariance).count();
    report =
        report.remark(
            flat + " of " + set.groups().size() + " groups have one and the same reward.");
    for (Map.Entry<String, Integer> reason : skipped(set).entrySet()) {
      report = report.remark(reason.getValue() + " skipped: " + reason.getKey());
    }
    return report;
  }

  private static String shortest(double value) {
    String exact = Double.toString(value);
    return exact.length() <= 6 ? exact : String.format(Locale.ROOT, "%.4g", value);
  }

  /** Returns counts by value, or by the lower end of a bin, in ascending order. */
  private static Map<Double, Integer> counts(ScoredSet set) {
    Map<Double, Integer> counts = new TreeMap<>();
    double min = set.values().min().orElse(0);
    double width = (set.values().max().orElse(0) - min) / BINS;
    boolean few = set.values().distinct().count() <= BINS;
    set.values()
        .map(value -> few ? value : min + width * Math.min(BINS - 1, (int) ((value - min) / width)))
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> skipped(ScoredSet set) {
    Map<String, Integer> reasons = new TreeMap<>();
    set.groups().stream()
        .flatMap(group -> group.samples().stream())
        .map(scored -> scored.reward())
        .filter(Reward::skipped)
        .forEach(reward -> reasons.merge(reward.reason(), 1, Integer::sum));
    return reasons;
  }
}
