package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import raftlab.chart.Curve;
import raftlab.chart.CurveFigure;
import raftlab.chart.Figure;
import raftlab.chart.Mark;
import raftlab.core.Checks;
import raftlab.core.ScoredSet;
import raftlab.core.UserError;
import raftlab.eval.BestAtK;
import raftlab.eval.Parting;
import raftlab.run.RunDirectory;

/**
 * The reward that is trained on or chosen by (the proxy) against the gold reward that it stands in
 * for. Both are drawn as gains in standard deviations of the start's samples, so that they can be
 * compared; the title says where they part.
 */
final class GoldFigures {

  private GoldFigures() {}

  /** Over the rounds of a run, on held-out prompts. */
  static Figure rounds(RunDirectory run) {
    List<Double> at = new ArrayList<>();
    List<Double> proxy = new ArrayList<>();
    List<Double> gold = new ArrayList<>();
    List<Map<String, Double>> metrics = RunFigures.metrics(run);
    for (int i = 0; i < metrics.size(); i++) {
      Map<String, Double> each = metrics.get(i);
      if (each.containsKey("eval/gold")) {
        at.add((double) i);
        proxy.add(each.get("eval/proxy"));
        gold.add(each.get("eval/gold"));
      }
    }
    if (at.size() < 2) {
      throw new UserError(
          "run " + run.name() + " has no gold reward",
          "",
          "Start it with --gold NAME, such as run r --reward learned --gold gold");
    }
    double proxyUnit = metrics.get(0).get("eval/proxy_std");
    double goldUnit = metrics.get(0).get("eval/gold_std");
    double noise =
        (last(metrics, "eval/gold/high") - last(metrics, "eval/gold/low")) / 2 / goldUnit;
    return figure(
        run.name() + ", held-out prompts",
        "iteration",
        at,
        gains(proxy, proxyUnit),
        gains(gold, goldUnit),
        noise);
  }

  private static double last(List<Map<String, Double>> metrics, String name) {
    return metrics.get(metrics.size() - 1).getOrDefault(name, 0.0);
  }

  /**
   * Over best-of-K without training: the completion with the highest proxy among K of n, in
   * expectation over all choices of K.
   *
   * @param proxy the rewards that choose
   * @param gold the same completions by gold
   */
  static Figure bestOfK(ScoredSet proxy, ScoredSet gold) {
    int most = proxy.groups().stream().mapToInt(g -> g.samples().size()).min().orElse(0);
    Checks.user(most >= 2, "best-of-K needs 2 completions or more", "", "Sample with -k 8");
    List<Double> at = new ArrayList<>();
    List<Double> chosen = new ArrayList<>();
    List<Double> worth = new ArrayList<>();
    for (int k = 1; k <= most; k *= 2) {
      at.add((double) k);
      chosen.add(expected(proxy, proxy, k));
      worth.add(expected(proxy, gold, k));
    }
    return figure(
        proxy.name() + ", best of K by " + proxy.rewardName(),
        "K",
        at,
        gains(chosen, deviation(proxy)),
        gains(worth, deviation(gold)),
        0);
  }

  private static double expected(ScoredSet proxy, ScoredSet worth, int k) {
    double sum = 0;
    int groups = 0;
    for (int g = 0; g < proxy.groups().size(); g++) {
      List<Double> rewards = proxy.groups().get(g).values().boxed().toList();
      List<Double> worths = worth.groups().get(g).values().boxed().toList();
      if (rewards.size() == worths.size() && rewards.size() >= k) {
        sum += BestAtK.of(rewards, worths, k);
        groups++;
      }
    }
    return sum / groups;
  }

  private static double deviation(ScoredSet set) {
    double mean = set.mean();
    return Math.sqrt(set.values().map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN));
  }

  private static List<Double> gains(List<Double> values, double unit) {
    return values.stream().map(value -> (value - values.get(0)) / unit).toList();
  }

  private static Figure figure(
      String of,
      String axis,
      List<Double> at,
      List<Double> proxy,
      List<Double> gold,
      double noise) {
    Optional<Parting> parting = Parting.of(proxy, gold, noise);
    String said =
        parting
            .map(
                each -> String.format(Locale.ROOT, "they part at %s %.0f", axis, at.get(each.at())))
            .orElse("they do not part");
    return CurveFigure.of(
        "Proxy against gold of " + of + ": " + said,
        axis,
        "gain in standard deviations of the start",
        List.of(curve("proxy", at, proxy), curve("gold", at, gold)));
  }

  private static Curve curve(String name, List<Double> at, List<Double> values) {
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      points.add(new Curve.Point(at.get(i), Mark.of(values.get(i))));
    }
    return new Curve(name, points);
  }
}
