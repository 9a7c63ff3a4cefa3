package raftlab.chart;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import raftlab.core.Checks;

/**
 * Distributions of several samples over common bins, as shares of each sample, so that samples of
 * different size can be compared.
 */
public final class Histogram {

  private final Map<String, double[]> samples = new LinkedHashMap<>();

  /** Adds a sample; values that are not finite are left out. An empty sample has no bars. */
  public Histogram add(String name, DoubleStream values) {
    samples.put(name, values.filter(Double::isFinite).sorted().toArray());
    return this;
  }

  /** Returns how many values a sample has. */
  public int count(String name) {
    return samples.get(name).length;
  }

  /** Draws the distributions side by side. */
  public Figure figure(String title, String xAxis, String yAxis) {
    return BarFigure.grouped(title, xAxis, yAxis, series());
  }

  /** Returns the shares by bin, the bins in ascending order. */
  List<BarSeries> series() {
    double[] all = samples.values().stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    Checks.user(all.length > 0, "there are no values to plot", "", "Give a set that is not empty");
    Bins bins = Bins.of(all);
    return samples.entrySet().stream()
        .map(each -> new BarSeries(each.getKey(), shares(each.getValue(), bins)))
        .toList();
  }

  private static Map<String, Mark> shares(double[] values, Bins bins) {
    Map<String, Mark> shares = new LinkedHashMap<>();
    if (values.length == 0) {
      return shares;
    }
    int[] counts = new int[bins.labels().size()];
    for (double value : values) {
      counts[bins.index(value)]++;
    }
    for (int i = 0; i < counts.length; i++) {
      shares.put(bins.labels().get(i), Mark.of(counts[i] / (double) values.length));
    }
    return shares;
  }
}
