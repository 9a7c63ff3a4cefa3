package raftlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.markers.SeriesMarkers;
import raftlab.core.Checks;

/**
 * Lines with bands over a numeric axis: pass@1, length, entropy, KL or loss over iterations or
 * steps, pass@k over k. Points whose value is not finite are left out of the drawing and stay in
 * the text.
 */
public final class CurveFigure {

  private static final int BAND_ALPHA = 50;
  private static final int BANDS_ALPHA = 28;
  private static final double DOT = 8;

  private CurveFigure() {}

  /** Draws the curves; axis titles carry the unit. */
  public static Figure of(String title, String xAxis, String yAxis, List<Curve> curves) {
    Checks.user(!curves.isEmpty(), "nothing to plot for " + title, "", "Name at least one run");
    Framed framed = framed(title, Painter.WIDTH, Painter.HEIGHT, xAxis, yAxis, curves);
    return Painter.figure(title, framed, text(title, curves));
  }

  /** Returns the chart of the curves in its frame; without a point it has axes only. */
  static Framed framed(
      String title, int width, int height, String xAxis, String yAxis, List<Curve> curves) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      if (!finite(curves.get(i)).isEmpty()) {
        entries.add(new Legend.Entry(curves.get(i).name(), i));
      }
    }
    XYChart chart = chart(width, height, xAxis, yAxis, curves);
    return Framed.of(title, chart, entries, CurveFigure::swatch, width, height);
  }

  private static void swatch(Graphics2D graphics, int series, double x, double middle, int width) {
    graphics.setColor(Painter.hue(series));
    graphics.setStroke(stroke(series));
    graphics.draw(new Line2D.Double(x, middle, x + width, middle));
    graphics.setStroke(new BasicStroke(1));
    graphics.fill(new Ellipse2D.Double(x + (width - DOT) / 2, middle - DOT / 2, DOT, DOT));
  }

  /** Where hues recur the lines are dashed. */
  private static BasicStroke stroke(int series) {
    float[] dash = {6, 4};
    return Painter.turn(series) == 0
        ? new BasicStroke(2)
        : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  private static XYChart chart(
      int width, int height, String xAxis, String yAxis, List<Curve> curves) {
    XYChart chart = new XYChart(width, height, ChartTheme.XChart);
    chart.setXAxisTitle(xAxis);
    chart.setYAxisTitle(yAxis);
    Painter.style(chart.getStyler());
    for (int i = 0; i < curves.size(); i++) {
      band(chart, curves.get(i), Painter.hue(i), curves.size() == 1 ? BAND_ALPHA : BANDS_ALPHA);
    }
    for (int i = 0; i < curves.size(); i++) {
      line(chart, curves.get(i), i);
    }
    return chart;
  }

  static String text(String title, List<Curve> curves) {
    return TextSketch.of(title, curves.stream().map(CurveFigure::bars).toList());
  }

  private static List<Curve.Point> finite(Curve curve) {
    return curve.points().stream().filter(point -> Double.isFinite(point.y().value())).toList();
  }

  private static void line(XYChart chart, Curve curve, int series) {
    List<Curve.Point> points = finite(curve);
    if (points.isEmpty()) {
      return;
    }
    XYSeries line =
        chart.addSeries(
            curve.name(),
            points.stream().mapToDouble(Curve.Point::x).toArray(),
            points.stream().mapToDouble(point -> point.y().value()).toArray());
    Color hue = Painter.hue(series);
    line.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(hue).setLineColor(hue);
    line.setLineStyle(stroke(series));
  }

  /** Bands come first, so that they lie under every line. */
  private static void band(XYChart chart, Curve curve, Color hue, int alpha) {
    List<Curve.Point> points = finite(curve);
    if (points.isEmpty() || !points.stream().allMatch(point -> point.y().hasInterval())) {
      return;
    }
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Curve.Point point : points) {
      x.add(point.x());
      y.add(point.y().low());
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      x.add(points.get(i).x());
      y.add(points.get(i).y().high());
    }
    XYSeries band = chart.addSeries(curve.name() + " band", x, y);
    band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    band.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
    Color pale = new Color(hue.getRed(), hue.getGreen(), hue.getBlue(), alpha);
    band.setLineColor(pale);
    band.setFillColor(pale);
  }

  private static BarSeries bars(Curve curve) {
    Map<String, Mark> bars = new LinkedHashMap<>();
    for (Curve.Point point : curve.points()) {
      bars.put(
          String.format(Locale.ROOT, "%.6g", point.x()).replaceFirst("\\.?0+$", ""), point.y());
    }
    return new BarSeries(curve.name(), bars);
  }
}
