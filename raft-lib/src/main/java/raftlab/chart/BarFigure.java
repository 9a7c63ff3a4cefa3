package raftlab.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.Styler.ChartTheme;
import raftlab.core.Checks;

/**
 * Grouped or stacked bars: accuracy by level or subject, win counts, group outcome shares, reward
 * histograms. A label that a series lacks is drawn as zero; its text sketch leaves it out.
 */
public final class BarFigure {

  private BarFigure() {}

  /** Draws bars side by side with their intervals. */
  public static Figure grouped(String title, String xAxis, String yAxis, List<BarSeries> series) {
    return draw(title, xAxis, yAxis, series, false);
  }

  /** Draws bars on top of each other, for shares that add up; intervals are not drawn. */
  public static Figure stacked(String title, String xAxis, String yAxis, List<BarSeries> series) {
    return draw(title, xAxis, yAxis, series, true);
  }

  private static Figure draw(
      String title, String xAxis, String yAxis, List<BarSeries> series, boolean stacked) {
    Set<String> found = new LinkedHashSet<>();
    series.forEach(one -> found.addAll(one.bars().keySet()));
    Checks.user(
        !found.isEmpty(), "nothing to plot for " + title, "", "Give a set that is not empty");
    CategoryChart chart = new CategoryChart(Painter.WIDTH, Painter.HEIGHT, ChartTheme.XChart);
    chart.setTitle(title);
    chart.setXAxisTitle(xAxis);
    chart.setYAxisTitle(yAxis);
    Painter.style(chart.getStyler(), series.size());
    chart.getStyler().setStacked(stacked).setAvailableSpaceFill(0.8);
    for (BarSeries one : series) {
      add(chart, one, new ArrayList<>(found), stacked);
    }
    return Painter.figure(title, chart, TextSketch.of(title, series));
  }

  private static void add(
      CategoryChart chart, BarSeries one, List<String> labels, boolean stacked) {
    List<Estimate> bars =
        labels.stream().map(label -> one.bars().getOrDefault(label, Estimate.of(0))).toList();
    List<Double> values = bars.stream().map(Estimate::value).toList();
    // XChart's error bars are symmetric: half the interval's width about the estimate.
    boolean intervals = !stacked && bars.stream().allMatch(Estimate::hasInterval);
    if (intervals) {
      chart.addSeries(
          one.name(), labels, values, bars.stream().map(b -> (b.high() - b.low()) / 2).toList());
    } else {
      chart.addSeries(one.name(), labels, values);
    }
  }
}
