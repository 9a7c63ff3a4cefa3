package raftlab.algorithm;

import java.util.Locale;
import java.util.stream.DoubleStream;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.eval.Bootstrap;
import raftlab.eval.Estimate;

/**
 * What two rewards say of the same held-out samples: the run's own (the proxy, such as a learned
 * model) and the gold one that it stands in for.
 *
 * @param proxy mean over prompts, 95 % bootstrap interval
 * @param proxyDeviation standard deviation over all samples
 * @param gold as proxy
 * @param goldDeviation as proxyDeviation
 */
public record HeldOut(Estimate proxy, double proxyDeviation, Estimate gold, double goldDeviation) {

  /** Sums up the rewards of the same samples by the proxy and by gold. */
  static HeldOut of(ScoredSet proxy, ScoredSet gold) {
    return new HeldOut(mean(proxy), deviation(proxy), mean(gold), deviation(gold));
  }

  /**
   * Returns how much more the proxy has risen since the start than gold, each in standard
   * deviations of the start's samples: 0 if they rise alike, positive if the proxy runs ahead.
   */
  public double gap(HeldOut start) {
    return (proxy.value() - start.proxy.value()) / start.proxyDeviation
        - (gold.value() - start.gold.value()) / start.goldDeviation;
  }

  private static Estimate mean(ScoredSet set) {
    double[] means =
        set.groups().stream()
            .mapToDouble(group -> finite(group).average().orElse(Double.NaN))
            .filter(Double::isFinite)
            .toArray();
    return Bootstrap.of(means, set.settings().completionsPerPrompt());
  }

  private static DoubleStream finite(ScoredGroup group) {
    return group.values().filter(Double::isFinite);
  }

  private static double deviation(ScoredSet set) {
    double[] all = set.values().toArray();
    double mean = DoubleStream.of(all).average().orElse(Double.NaN);
    return Math.sqrt(
        DoubleStream.of(all).map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "proxy %.3f, gold %.3f on held-out prompts", proxy.value(), gold.value());
  }
}
