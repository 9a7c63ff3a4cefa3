package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import raftlab.chart.BarFigure;
import raftlab.chart.BarSeries;
import raftlab.chart.Curve;
import raftlab.chart.CurveFigure;
import raftlab.chart.Figure;
import raftlab.chart.Histogram;
import raftlab.chart.Mark;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.UserError;
import raftlab.eval.Comparison;
import raftlab.eval.Confidence;
import raftlab.eval.EvalReport;
import raftlab.eval.EvalRequest;
import raftlab.eval.EvalSource;
import raftlab.eval.Evaluator;
import raftlab.eval.Metric;
import raftlab.eval.PairedComparison;
import raftlab.eval.ProblemValues;
import raftlab.eval.Provenance;
import raftlab.eval.Verdicts;

/**
 * Draws completions that are there already, sampled or imported.
 *
 * @param name the set's name
 * @param ranking the rewards it was scored with, if it is a scored set
 * @param verdicts right or wrong for each completion, or the chosen reward
 * @param evaluator counts answers that are one vote
 */
record SetFigures(
    String name, Optional<ScoredSet> ranking, ScoredSet verdicts, Evaluator evaluator) {

  private static final List<Metric.Kind> KINDS =
      List.of(Metric.Kind.PASS, Metric.Kind.MAJ, Metric.Kind.BEST);

  /** The rewards of right against wrong answers. */
  Figure rewards() {
    if (ranking.isEmpty() || Verdicts.are(ranking.get())) {
      ScoredSet rewards = ranking.orElse(verdicts);
      return new Histogram()
          .add(name, rewards.values())
          .figure(
              "Rewards by "
                  + rewards.rewardName()
                  + " of "
                  + rewards.values().count()
                  + " completions of "
                  + name,
              "reward",
              "share of completions");
    }
    IdentityHashMap<Scored, Double> rewards = new IdentityHashMap<>();
    for (int i = 0; i < verdicts.groups().size(); i++) {
      List<Scored> graded = verdicts.groups().get(i).samples();
      for (int j = 0; j < graded.size(); j++) {
        rewards.put(graded.get(j), ranking.get().groups().get(i).samples().get(j).value());
      }
    }
    return rightAgainstWrong("Reward " + ranking.get().rewardName(), "reward", rewards::get);
  }

  /** The lengths of right against wrong answers. */
  Figure lengths() {
    boolean tokens =
        verdicts.groups().stream()
            .flatMap(group -> group.samples().stream())
            .allMatch(each -> each.completion().trace().size() > 0);
    return rightAgainstWrong(
        "Length", tokens ? "tokens" : "characters", each -> each.completion().length());
  }

  private Figure rightAgainstWrong(String what, String unit, ToDoubleFunction<Scored> value) {
    requireVerdicts();
    Histogram histogram =
        new Histogram().add("right", of(true, value)).add("wrong", of(false, value));
    return histogram.figure(
        what
            + " of "
            + histogram.count("right")
            + " right and "
            + histogram.count("wrong")
            + " wrong answers, by "
            + verdicts.rewardName(),
        unit,
        "share of the right, of the wrong");
  }

  private DoubleStream of(boolean right, ToDoubleFunction<Scored> value) {
    return verdicts.groups().stream()
        .flatMap(group -> group.samples().stream())
        .filter(each -> (each.value() == 1) == right)
        .mapToDouble(value);
  }

  /** How many of a prompt's completions are right. */
  Figure groups() {
    requireVerdicts();
    Map<String, Mark> shares = new LinkedHashMap<>();
    for (int c = 0; c <= samples(); c++) {
      int right = c;
      long prompts = verdicts.groups().stream().filter(group -> right(group) == right).count();
      shares.put(String.valueOf(c), Mark.of(prompts / (double) verdicts.groups().size()));
    }
    return BarFigure.grouped(
        "Right completions per prompt, " + verdicts.groups().size() + " prompts of " + name,
        "right of " + samples(),
        "share of prompts",
        List.of(new BarSeries(name, shares)));
  }

  private static long right(ScoredGroup group) {
    return group.values().filter(value -> value == 1).count();
  }

  /** pass@k, maj@k and, of a scored set, best@k over k. */
  Figure passAtK() {
    List<Metric> metrics = new ArrayList<>();
    for (int k = 1; k <= samples(); k++) {
      for (Metric.Kind kind : KINDS) {
        if (kind != Metric.Kind.BEST || ranking.isPresent()) {
          metrics.add(new Metric(kind, k));
        }
      }
    }
    EvalReport report = report(metrics);
    List<Curve> curves = new ArrayList<>();
    for (Metric.Kind kind : KINDS) {
      List<Curve.Point> points =
          metrics.stream()
              .filter(metric -> metric.kind() == kind)
              .map(m -> point(report, m))
              .toList();
      if (!points.isEmpty()) {
        curves.add(new Curve(kind.name().toLowerCase(Locale.ROOT) + "@k", points));
      }
    }
    return CurveFigure.of(
        "k of "
            + samples()
            + " completions, "
            + verdicts.groups().size()
            + " problems, 95 % interval",
        "k",
        "share of problems",
        curves);
  }

  private static Curve.Point point(EvalReport report, Metric metric) {
    var estimate = report.metric(metric.toString());
    return new Curve.Point(metric.k(), new Mark(estimate.value(), estimate.low(), estimate.high()));
  }

  /** pass@1 by level or subject, one series per set. */
  static Figure accuracy(List<SetFigures> sets, boolean bySubject) {
    String what = bySubject ? "subject" : "level";
    List<BarSeries> series = new ArrayList<>();
    for (SetFigures set : sets) {
      EvalReport report = set.report(List.of());
      Map<String, Mark> bars = RunFigures.bars(bySubject ? report.bySubject() : report.byLevel());
      if (bars.isEmpty()) {
        throw new UserError(
            set.name() + " has no column \"" + what + "\"", "", "Plot something else of it");
      }
      series.add(new BarSeries(set.name(), bars));
    }
    return BarFigure.grouped("pass@1 by " + what + ", 95 % interval", what, "pass@1", series);
  }

  /** The reward distributions of two sets. */
  static Figure rewards(SetFigures before, SetFigures after) {
    ScoredSet first = before.ranking().orElse(before.verdicts());
    ScoredSet second = after.ranking().orElse(after.verdicts());
    return new Histogram()
        .add(before.name(), first.values())
        .add(after.name(), second.values())
        .figure(
            "Rewards by "
                + second.rewardName()
                + ", "
                + first.values().count()
                + " and "
                + second.values().count()
                + " completions",
            "reward",
            "share of completions");
  }

  /** The lengths of two sets. */
  static Figure lengths(SetFigures before, SetFigures after) {
    Histogram histogram = new Histogram();
    for (SetFigures set : List.of(before, after)) {
      histogram.add(
          set.name(),
          set.verdicts().groups().stream()
              .flatMap(group -> group.samples().stream())
              .mapToDouble(each -> each.completion().length()));
    }
    return histogram.figure("Length of completions", "length", "share of completions");
  }

  /** Problems on which the second set does better, as well, or worse. */
  static Figure wins(SetFigures before, SetFigures after) {
    PairedComparison pair =
        Comparison.of(
                after.verdicts().rewardName(),
                List.of(
                    ProblemValues.of(after.verdicts()).named(after.name()),
                    ProblemValues.of(before.verdicts()).named(before.name())),
                Confidence.USUAL)
            .pair();
    Map<String, Mark> bars = new LinkedHashMap<>();
    bars.put(after.name() + " is better", Mark.of(pair.wins()));
    bars.put("tie", Mark.of(pair.ties()));
    bars.put(before.name() + " is better", Mark.of(pair.losses()));
    return BarFigure.grouped(
        String.format(
            Locale.ROOT,
            "Win counts by %s (automatic), sign test p = %.2g",
            after.verdicts().rewardName(),
            pair.signTest()),
        "",
        "problems",
        List.of(new BarSeries(after.name(), bars)));
  }

  private EvalReport report(List<Metric> metrics) {
    return evaluator.judge(
        verdicts, ranking, new EvalSource(name, "", Provenance.UNKNOWN), EvalRequest.of(metrics));
  }

  private int samples() {
    return verdicts.groups().stream().mapToInt(group -> group.samples().size()).min().orElse(0);
  }

  private void requireVerdicts() {
    if (!Verdicts.are(verdicts)) {
      throw new UserError(
          verdicts.rewardName() + " does not say which answers are right",
          "",
          "Choose what does: --by verifier");
    }
  }
}
