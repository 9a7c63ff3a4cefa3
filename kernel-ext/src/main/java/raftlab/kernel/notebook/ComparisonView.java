package raftlab.kernel.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Percent;
import raftlab.eval.Comparison;
import raftlab.eval.Estimate;
import raftlab.eval.Flip;
import raftlab.eval.PairedComparison;
import raftlab.eval.WinCount;

/** A comparison: win counts, the difference with its interval, the test, and where it flipped. */
final class ComparisonView implements View<Comparison> {

  private static final int FLIPS = 8;

  @Override
  public Report report(Comparison comparison) {
    Report report =
        Report.of(
            comparison.toString(),
            "policy",
            "wins against all others",
            "win rate against " + comparison.wins().baseline());
    for (WinCount count : comparison.wins().methods()) {
      String rate = Double.isNaN(count.winRate()) ? "-" : Percent.of(count.winRate(), 1) + " %";
      report = report.row(count.method(), count.wins(), rate);
    }
    for (PairedComparison each : comparison.pairs()) {
      report = report.remark(outcome(each) + " " + difference(each)).remark(test(each));
    }
    report =
        report.remark(
            "Counts are automatic, by "
                + comparison.by()
                + "; a win is a strictly higher value on a problem, rates leave ties out.");
    return comparison.flipped().isEmpty()
        ? report.remark("No problem differs.")
        : report.remark(flips(comparison));
  }

  private static String outcome(PairedComparison pair) {
    return String.format(
        Locale.ROOT,
        "%s against %s: %d wins, %d ties, %d losses.",
        pair.a(),
        pair.b(),
        pair.wins(),
        pair.ties(),
        pair.losses());
  }

  private static String difference(PairedComparison pair) {
    Estimate difference = pair.difference();
    String text =
        String.format(Locale.ROOT, "%s minus %s: %+.3f", pair.a(), pair.b(), difference.value());
    return difference.hasInterval()
        ? String.format(
            Locale.ROOT,
            "%s [%+.3f, %+.3f] (paired %s).",
            text,
            difference.low(),
            difference.high(),
            difference.method())
        : text + " (no interval, " + difference.method() + ").";
  }

  private static String test(PairedComparison pair) {
    String name = pair.difference().samples() == 1 ? "McNemar's exact test" : "Sign test";
    return String.format(
        Locale.ROOT,
        "%s: p = %.3g (%d wins, %d losses, ties left out).",
        name,
        pair.signTest(),
        pair.wins(),
        pair.losses());
  }

  private static String flips(Comparison comparison) {
    List<String> shown = new ArrayList<>();
    for (Flip flip : comparison.flipped().stream().limit(FLIPS).toList()) {
      shown.add(String.format(Locale.ROOT, "%s (%.3g, %.3g)", flip.promptId(), flip.a(), flip.b()));
    }
    return "Problems that differ, the most first (value of "
        + comparison.pair().a()
        + ", of "
        + comparison.pair().b()
        + "): "
        + String.join("; ", shown)
        + (comparison.flipped().size() > FLIPS
            ? "; and " + (comparison.flipped().size() - FLIPS) + " more."
            : ".");
  }

  @Override
  public Map<String, Object> summary(Comparison comparison) {
    PairedComparison pair = comparison.pair();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("a", pair.a());
    values.put("b", pair.b());
    values.put("by", comparison.by());
    values.put("wins", pair.wins());
    values.put("ties", pair.ties());
    values.put("losses", pair.losses());
    values.put("difference", pair.difference().value());
    values.put("interval", new double[] {pair.difference().low(), pair.difference().high()});
    values.put("interval_method", pair.difference().method());
    values.put("p", pair.signTest());
    values.put("differs", comparison.differs());
    Map<String, Integer> wins = new LinkedHashMap<>();
    comparison.wins().methods().forEach(count -> wins.put(count.method(), count.wins()));
    values.put("win_counts", wins);
    if (comparison.pairs().size() > 1) {
      values.put("pairs", comparison.pairs().stream().map(ComparisonView::summary).toList());
    }
    return values;
  }

  private static Map<String, Object> summary(PairedComparison pair) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("a", pair.a());
    values.put("b", pair.b());
    values.put("wins", pair.wins());
    values.put("ties", pair.ties());
    values.put("losses", pair.losses());
    values.put("difference", pair.difference().value());
    values.put("interval", new double[] {pair.difference().low(), pair.difference().high()});
    values.put("p", pair.signTest());
    return values;
  }
}
