package raftlab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.Styler.ChartTheme;
import raftlab.core.Checks;

/**
 * Grouped or stacked bars: accuracy by level or subject, win counts, group outcome shares, reward
 * histograms. A label that a series lacks, or whose value is not finite, has no bar.
 */
public final class BarFigure {

  private static final double FILL = 0.8;

  /** Characters of 12 point text that fit below the axis. */
  private static final int LINE = 84;

  private static final int SLANT = 30;
  private static final double SQUARE = 12;

  private BarFigure() {}

  /** Draws bars side by side, each with its own interval. */
  public static Figure grouped(String title, String xAxis, String yAxis, List<BarSeries> series) {
    List<String> labels = labels(title, series);
    CategoryChart chart = chart(xAxis, yAxis, series, labels);
    show(chart, series);
    chart.addAnnotation(new Intervals(labels, series, FILL));
    return figure(title, chart, series);
  }

  /** Draws bars on top of each other, for shares that add up; intervals are not drawn. */
  public static Figure stacked(String title, String xAxis, String yAxis, List<BarSeries> series) {
    CategoryChart chart = chart(xAxis, yAxis, series, labels(title, series));
    chart.getStyler().setStacked(true);
    return figure(title, chart, series);
  }

  private static Figure figure(String title, CategoryChart chart, List<BarSeries> series) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      entries.add(new Legend.Entry(series.get(i).name(), i));
    }
    Framed framed =
        Framed.of(title, chart, entries, BarFigure::swatch, Painter.WIDTH, Painter.HEIGHT);
    return Painter.figure(title, framed, TextSketch.of(title, series));
  }

  private static void swatch(Graphics2D graphics, int series, double x, double middle, int width) {
    graphics.setColor(Painter.fill(series));
    graphics.fill(new Rectangle2D.Double(x + width - SQUARE, middle - SQUARE / 2, SQUARE, SQUARE));
  }

  private static List<String> labels(String title, List<BarSeries> series) {
    Set<String> found = new LinkedHashSet<>();
    series.forEach(one -> found.addAll(one.bars().keySet()));
    Checks.user(
        !found.isEmpty(), "nothing to plot for " + title, "", "Give a set that is not empty");
    return new ArrayList<>(found);
  }

  private static CategoryChart chart(
      String xAxis, String yAxis, List<BarSeries> series, List<String> labels) {
    CategoryChart chart = new CategoryChart(Painter.WIDTH, Painter.HEIGHT, ChartTheme.XChart);
    chart.setXAxisTitle(xAxis);
    chart.setYAxisTitle(yAxis);
    Painter.style(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(FILL);
    int longest = labels.stream().mapToInt(String::length).max().orElse(0);
    if ((longest + 1) * labels.size() > LINE) {
      chart.getStyler().setXAxisLabelRotation(SLANT);
    }
    for (int i = 0; i < series.size(); i++) {
      BarSeries one = series.get(i);
      chart
          .addSeries(
              one.name(), labels, labels.stream().map(label -> value(one, label)).toList(), null)
          .setFillColor(Painter.fill(i));
    }
    return chart;
  }

  /** XChart leaves a bar out if its value is null. */
  private static Double value(BarSeries series, String label) {
    Mark mark = series.bars().get(label);
    return mark == null || !Double.isFinite(mark.value()) ? null : mark.value();
  }

  /** Makes the axis long enough for the ends of the intervals. */
  private static void show(CategoryChart chart, List<BarSeries> series) {
    double top = ends(series, Mark::high).max().orElse(Double.NEGATIVE_INFINITY);
    double bottom = ends(series, Mark::low).min().orElse(Double.POSITIVE_INFINITY);
    if (top > ends(series, Mark::value).max().orElse(top)) {
      chart.getStyler().setYAxisMax(top);
    }
    if (bottom < Math.min(0, ends(series, Mark::value).min().orElse(bottom))) {
      chart.getStyler().setYAxisMin(bottom);
    }
  }

  private static DoubleStream ends(List<BarSeries> series, ToDoubleFunction<Mark> end) {
    return series.stream()
        .flatMap(one -> one.bars().values().stream())
        .mapToDouble(end)
        .filter(Double::isFinite);
  }
}
