package raftlab.kernel.command.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.chart.BarFigure;
import raftlab.chart.BarSeries;
import raftlab.chart.Curve;
import raftlab.chart.Figure;
import raftlab.chart.Mark;
import raftlab.eval.Estimate;
import raftlab.eval.EvalReport;
import raftlab.eval.PairedComparison;
import raftlab.run.RunDirectory;

/** Draws what run directories hold. */
final class RunFigures {

  private RunFigures() {}

  /** pass@1 of metrics by round, the start first; rounds that were not evaluated are left out. */
  static Curve passCurve(String name, List<Map<String, Double>> metrics) {
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      Map<String, Double> each = metrics.get(i);
      if (each.containsKey("eval/pass@1")) {
        points.add(
            new Curve.Point(
                i,
                new Mark(
                    each.get("eval/pass@1"),
                    each.get("eval/pass@1/low"),
                    each.get("eval/pass@1/high"))));
      }
    }
    return new Curve(name, points);
  }

  /** Share of groups that are all right, mixed or all wrong over the rounds. */
  static Figure groups(RunDirectory run) {
    Map<String, Mark> right = new LinkedHashMap<>();
    Map<String, Mark> mixed = new LinkedHashMap<>();
    Map<String, Mark> wrong = new LinkedHashMap<>();
    List<Map<String, Double>> metrics = metrics(run);
    for (int i = 1; i < metrics.size(); i++) {
      double all = metrics.get(i).getOrDefault("group/frac_all_correct", 0.0);
      double none = metrics.get(i).getOrDefault("group/frac_all_wrong", 0.0);
      right.put(Integer.toString(i), Mark.of(all));
      mixed.put(Integer.toString(i), Mark.of(1 - all - none));
      wrong.put(Integer.toString(i), Mark.of(none));
    }
    return BarFigure.stacked(
        "Group outcomes of " + run.name(),
        "iteration",
        "share of prompts",
        List.of(
            new BarSeries("all right", right),
            new BarSeries("mixed", mixed),
            new BarSeries("all wrong", wrong)));
  }

  /** Share of completions by reward value in the first and the last round, over all samples. */
  static Figure rewards(RunDirectory run) {
    int last = run.lastComplete();
    return BarFigure.grouped(
        "Reward distribution of " + run.name() + ", all samples",
        "reward",
        "share of completions",
        List.of(
            new BarSeries("iteration 1", shares(run, 1)),
            new BarSeries("iteration " + last, shares(run, last))));
  }

  /** pass@1 by level or subject, before and after. */
  static Figure accuracy(RunDirectory run, boolean bySubject) {
    EvalReport before = evaluation(run, 0);
    EvalReport after = evaluation(run, run.lastComplete());
    return BarFigure.grouped(
        "pass@1 by " + (bySubject ? "subject" : "level") + ", 95 % interval",
        bySubject ? "subject" : "level",
        "pass@1",
        List.of(
            new BarSeries("before", bars(bySubject ? before.bySubject() : before.byLevel())),
            new BarSeries("after", bars(bySubject ? after.bySubject() : after.byLevel()))));
  }

  /** Problems on which the final policy does better, as well, or worse than the start. */
  static Figure wins(RunDirectory run) {
    PairedComparison comparison = comparison(run);
    Map<String, Mark> bars = new LinkedHashMap<>();
    bars.put("after is better", Mark.of(comparison.wins()));
    bars.put("tie", Mark.of(comparison.ties()));
    bars.put("before is better", Mark.of(comparison.losses()));
    return BarFigure.grouped(
        "Win counts, after against before (automatic, by verifier)",
        "",
        "problems",
        List.of(new BarSeries(run.name(), bars)));
  }

  /** The final policy against the start on the same problems. */
  static PairedComparison comparison(RunDirectory run) {
    return PairedComparison.of(evaluation(run, run.lastComplete()), evaluation(run, 0));
  }

  /** Returns the last round that is done and was evaluated; 0 for the start. */
  static int lastEvaluated(RunDirectory run) {
    int round = Math.max(0, run.lastComplete());
    while (round > 0 && !Files.exists(run.iteration(round).resolve("evaluation.json"))) {
      round--;
    }
    return round;
  }

  static EvalReport evaluation(RunDirectory run, int round) {
    Path file = run.iteration(round).resolve("evaluation.json");
    return RunDirectory.readRecord(file, EvalReport.class);
  }

  static Map<String, Mark> bars(Map<String, Estimate> estimates) {
    Map<String, Mark> bars = new LinkedHashMap<>();
    estimates.forEach(
        (label, each) -> bars.put(label, new Mark(each.value(), each.low(), each.high())));
    return bars;
  }

  private static Map<String, Mark> shares(RunDirectory run, int round) {
    var scored = run.rewards(round, run.rollouts(round, () -> null), () -> null);
    double count = scored.values().count();
    Map<Double, Long> counts = new java.util.TreeMap<>();
    scored.values().forEach(value -> counts.merge(value, 1L, Long::sum));
    Map<String, Mark> shares = new LinkedHashMap<>();
    counts.forEach((value, n) -> shares.put(value.toString(), Mark.of(n / count)));
    return shares;
  }

  static List<Curve.Point> points(List<Map<String, Double>> metrics, String name) {
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 1; i < metrics.size(); i++) {
      if (metrics.get(i).containsKey(name)) {
        points.add(new Curve.Point(i, Mark.of(metrics.get(i).get(name))));
      }
    }
    return points;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Double>> metrics(RunDirectory run) {
    List<Map<String, Double>> all = new ArrayList<>();
    for (int i = 0; i <= run.lastComplete(); i++) {
      all.add(RunDirectory.readRecord(run.iteration(i).resolve("metrics.json"), Map.class));
    }
    return all;
  }
}
