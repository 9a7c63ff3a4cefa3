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

  /** Dark lines with a light edge: they are seen on a bar, on white and on black. */
  static final Color LINE = new Color(0x33, 0x38, 0x40);

  private static final Color EDGE = new Color(255, 255, 255, 200);
  private static final int CAP = 3;

  private final List<String> labels;
  private final List<BarSeries> series;
  private final double fill;

  Intervals(List<String> labels, List<BarSeries> series, double fill) {
    super(false);
    this.labels = labels;
    this.series = series;
    this.fill = fill;
  }

  @Override
  public void paint(Graphics2D graphics) {
    paint(graphics, EDGE, 4);
    paint(graphics, LINE, 1.5f);
  }

  private void paint(Graphics2D graphics, Color colour, float width) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke(width));
    double left = getXAxisScreenValueForMin();
    double extent = getXAxisScreenValueForMax() - left;
    double content = ((AxesChartStyler) styler).getPlotContentSize() * extent;
    double slot = content / labels.size();
    for (int label = 0; label < labels.size(); label++) {
      double start = left + (extent - content) / 2 + slot * label;
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
