package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import raftlab.chart.BarFigure;
import raftlab.chart.BarSeries;
import raftlab.chart.Curve;
import raftlab.chart.CurveFigure;
import raftlab.chart.Figure;
import raftlab.chart.Mark;
import raftlab.core.UserError;
import raftlab.eval.Comparison;
import raftlab.eval.Confidence;
import raftlab.eval.Estimate;
import raftlab.eval.ProblemValues;
import raftlab.eval.WinCount;
import raftlab.run.RunDirectory;

/** Draws several runs in one figure: a line per run, or per setting with a band over its seeds. */
final class GroupFigures {

  private static final String PASS = "eval/pass@1";

  private GroupFigures() {}

  /** pass@1 over the rounds, the start first. */
  static Figure curve(List<RunGroup> groups) {
    return CurveFigure.of(
        "pass@1 on the evaluation problems, " + RunGroup.band(groups),
        "iteration",
        "pass@1",
        groups.stream()
            .map(
                group ->
                    group.curve(
                        0,
                        group.name(),
                        PASS,
                        m -> new Mark(m.get(PASS), m.get(PASS + "/low"), m.get(PASS + "/high"))))
            .toList());
  }

  /** Metrics over the rounds; several metrics or runs are told apart by name. */
  static Figure metric(List<RunGroup> groups, String title, String unit, String... metrics) {
    List<Curve> curves = new ArrayList<>();
    for (RunGroup group : groups) {
      for (String metric : metrics) {
        String label = groups.size() == 1 ? metric : group.name();
        String line = groups.size() > 1 && metrics.length > 1 ? label + " " + metric : label;
        curves.add(group.curve(1, line, metric, m -> Mark.of(m.get(metric))));
      }
    }
    return CurveFigure.of(banded(title, groups), "iteration", unit, curves);
  }

  private static String banded(String title, List<RunGroup> groups) {
    boolean seeds = groups.stream().anyMatch(group -> group.runs().size() > 1);
    return seeds ? title + ", " + RunGroup.band(groups) : title;
  }

  /** The KL to the reference, by whichever estimator the runs were measured with. */
  static Figure kl(List<RunGroup> groups) {
    List<Curve> curves = new ArrayList<>();
    for (RunGroup group : groups) {
      String metric =
          RunFigures.metrics(group.runs().get(0)).stream()
              .flatMap(round -> round.keySet().stream())
              .filter(name -> name.startsWith("kl_ref/"))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UserError(
                          "run " + group.name() + " has no KL",
                          "it is measured where the loss or the reward has a KL term",
                          "Run it with --kl 0.001"));
      String label = group.name() + " (" + metric.substring("kl_ref/".length()) + ")";
      curves.add(group.curve(1, label, metric, m -> Mark.of(m.get(metric))));
    }
    return CurveFigure.of(
        banded("KL to the reference", groups), "iteration", "nats per token", curves);
  }

  /** Shares of groups that are all right, mixed and all wrong, three lines per run. */
  static Figure groups(List<RunGroup> groups) {
    List<Curve> curves = new ArrayList<>();
    for (RunGroup group : groups) {
      String right = "group/frac_all_correct";
      String wrong = "group/frac_all_wrong";
      curves.add(group.curve(1, group.name() + " all right", right, m -> Mark.of(m.get(right))));
      curves.add(group.curve(1, group.name() + " all wrong", wrong, m -> Mark.of(m.get(wrong))));
    }
    return CurveFigure.of(
        banded("Group outcomes (the rest is mixed)", groups),
        "iteration",
        "share of prompts",
        curves);
  }

  /** pass@k over k in the last evaluation. */
  static Figure passAtK(List<RunGroup> groups) {
    List<Curve> curves = new ArrayList<>();
    for (RunGroup group : groups) {
      Map<Integer, List<Estimate>> byK = new TreeMap<>();
      for (RunDirectory run : group.runs()) {
        passAtK(run).forEach((k, each) -> byK.computeIfAbsent(k, i -> new ArrayList<>()).add(each));
      }
      List<Curve.Point> points = new ArrayList<>();
      byK.forEach(
          (k, estimates) -> {
            if (estimates.size() == group.runs().size()) {
              points.add(new Curve.Point(k, mark(group, estimates)));
            }
          });
      curves.add(new Curve(group.name(), points));
    }
    return CurveFigure.of(
        "pass@k after the last round, " + RunGroup.band(groups), "k", "share of problems", curves);
  }

  private static Mark mark(RunGroup group, List<Estimate> estimates) {
    Estimate first = estimates.get(0);
    return estimates.size() == 1
        ? new Mark(first.value(), first.low(), first.high())
        : group.mean(estimates.stream().map(Estimate::value).toList());
  }

  private static Map<Integer, Estimate> passAtK(RunDirectory run) {
    Map<Integer, Estimate> byK = new TreeMap<>();
    RunFigures.evaluation(run, RunFigures.lastEvaluated(run))
        .metrics()
        .forEach(
            (name, estimate) -> {
              if (name.matches("pass@\\d+")) {
                byK.put(Integer.valueOf(name.substring("pass@".length())), estimate);
              }
            });
    return byK;
  }

  /** Win counts over all pairs of runs on the same problems, as ImageReward counts them. */
  static Figure wins(List<RunDirectory> runs) {
    List<ProblemValues> values =
        runs.stream()
            .map(
                run ->
                    ProblemValues.of(RunFigures.evaluation(run, RunFigures.lastEvaluated(run)))
                        .named(run.name()))
            .toList();
    Comparison comparison = Comparison.of("verifier", values, Confidence.USUAL);
    Map<String, Mark> bars = new LinkedHashMap<>();
    for (WinCount count : comparison.wins().methods()) {
      bars.put(count.method(), Mark.of(count.wins()));
    }
    return BarFigure.grouped(
        String.format(
            Locale.ROOT,
            "Win counts over all pairs of %d runs on %d problems (automatic, by verifier)",
            runs.size(),
            comparison.wins().rankings()),
        "",
        "wins against all others",
        List.of(new BarSeries("wins", bars)));
  }
}
