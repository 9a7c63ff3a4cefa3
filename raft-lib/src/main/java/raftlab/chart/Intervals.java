package raftlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * The intervals of grouped bars, each from its own lower to its own upper end: XChart's error bars
 * are symmetric about the value, which a Wilson or bootstrap interval is not. Bars lie where XChart
 * puts them: the width of the plot in equal slots, one per label, each filled in equal parts.
 */
final class Intervals extends Annotation {

  private static final int CAP = 3;

  private final List<String> labels;
  private final List<BarSeries> series;
  private final double fill;
  private final Color colour;

  Intervals(List<String> labels, List<BarSeries> series, double fill, Color colour) {
    super(false);
    this.labels = labels;
    this.series = series;
    this.fill = fill;
    this.colour = colour;
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke(1.5f));
    double left = getXAxisScreenValueForMin();
    double width = getXAxisScreenValueForMax() - left;
    double content = ((AxesChartStyler) styler).getPlotContentSize() * width;
    double slot = content / labels.size();
    for (int label = 0; label < labels.size(); label++) {
      double start = left + (width - content) / 2 + slot * label;
      for (int one = 0; one < series.size(); one++) {
        Mark mark = series.get(one).bars().get(labels.get(label));
        double share = (1 - fill) / 2 + fill * (one + 0.5) / series.size();
        if (mark != null && mark.hasInterval()) {
          paint(graphics, start + slot * share, mark);
        }
      }
    }
  }

  private void paint(Graphics2D graphics, double x, Mark mark) {
    int low = getYAxisScreenValue(mark.low());
    int high = getYAxisScreenValue(mark.high());
    graphics.draw(new Line2D.Double(x, low, x, high));
    graphics.draw(new Line2D.Double(x - CAP, low, x + CAP, low));
    graphics.draw(new Line2D.Double(x - CAP, high, x + CAP, high));
  }
}
