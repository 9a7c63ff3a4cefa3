package raftlab.kernel.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import raftlab.core.Completion;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;

/**
 * Rollouts: how many and how long, what stands beside imported completions, and of sampled ones the
 * first of the first prompts. Texts of imported files are somebody else's and are not shown.
 */
final class RolloutSetView implements View<RolloutSet> {

  private static final int SHOWN = 3;
  private static final int LONGEST = 160;

  @Override
  public Report report(RolloutSet set) {
    return set.settings().isImported() ? imported(set) : sampled(set);
  }

  private static Report imported(RolloutSet set) {
    List<Completion> all = completions(set);
    Report report = Report.of(set.toString(), "column", "completions with it", "what it holds");
    for (String column : columns(all)) {
      List<String> values = all.stream().flatMap(each -> each.find(column).stream()).toList();
      report = report.row(column, values.size(), summary(values));
    }
    return report
        .remark(String.format(Locale.ROOT, "Mean length %.0f characters.", length(all)))
        .remark("Score by a column: score NAME --reward column:COLUMN, or by the verifier.");
  }

  private static Report sampled(RolloutSet set) {
    Report report = Report.of(set.toString(), "prompt", "completion", "length", "end");
    for (Rollout group : set.rollouts().stream().limit(SHOWN).toList()) {
      for (Completion each : group.completions().stream().limit(1).toList()) {
        report =
            report.row(
                cut(group.prompt().text()),
                cut(each.text()),
                each.length(),
                each.finish().name().toLowerCase(Locale.ROOT));
      }
    }
    return report.remark(
        String.format(
            Locale.ROOT,
            "Temperature %s, mean length %.1f, truncated %.1f %%.",
            set.settings().shownTemperature(),
            length(completions(set)),
            100 * set.truncatedRatio()));
  }

  private static List<Completion> completions(RolloutSet set) {
    return set.rollouts().stream().flatMap(group -> group.completions().stream()).toList();
  }

  private static double length(List<Completion> completions) {
    return completions.stream().mapToInt(Completion::length).average().orElse(0);
  }

  private static Set<String> columns(List<Completion> completions) {
    Set<String> names = new TreeSet<>();
    completions.forEach(each -> names.addAll(each.columns().keySet()));
    return names;
  }

  private static String summary(List<String> values) {
    if (values.stream().allMatch(value -> value.matches("true|false"))) {
      long right = values.stream().filter("true"::equals).count();
      return String.format(Locale.ROOT, "%d true (%.1f %%)", right, 100.0 * right / values.size());
    }
    try {
      var numbers = values.stream().mapToDouble(Double::parseDouble).summaryStatistics();
      return String.format(
          Locale.ROOT,
          "mean %.3f, from %.3f to %.3f",
          numbers.getAverage(),
          numbers.getMin(),
          numbers.getMax());
    } catch (NumberFormatException e) {
      return values.stream().distinct().count() + " different texts";
    }
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }
}
