package raftlab.chart;

import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A chart with its title above and its legend below. Both are broken into lines that fit, which
 * XChart does with neither; the second line of one makes the whole higher, not the plot smaller.
 *
 * @param title its lines
 * @param chart the axes and what they hold
 * @param legend the names of the series
 * @param swatch how the legend marks them
 * @param width in pixels
 * @param least the height in pixels with one line of title and one row of legend
 */
record Framed(
    List<String> title,
    Chart<?, ?> chart,
    Legend legend,
    Legend.Swatch swatch,
    int width,
    int least) {

  private static final int LINE = 18;
  private static final int MARGIN = 8;

  static Framed of(
      String title,
      Chart<?, ?> chart,
      List<Legend.Entry> entries,
      Legend.Swatch swatch,
      int width,
      int least) {
    List<String> lines = Lettering.TITLE.lines(title, width - 2.0 * MARGIN);
    return new Framed(lines, chart, Legend.of(entries, width), swatch, width, least);
  }

  /** Returns the height in pixels. */
  int height() {
    return least + (title.size() - 1) * LINE + Math.max(0, legend.rows().size() - 1) * Legend.ROW;
  }

  /** Paints it from the upper left corner of a graphics, in a height of at least its own. */
  void paint(Graphics2D graphics, int height) {
    for (int i = 0; i < title.size(); i++) {
      double start = (width - Lettering.TITLE.width(title.get(i))) / 2;
      Lettering.TITLE.paint(graphics, title.get(i), start, MARGIN + (i + 1.0) * LINE - 4);
    }
    int above = MARGIN + title.size() * LINE;
    int below = height - legend.height();
    Graphics2D place = (Graphics2D) graphics.create();
    place.translate(0, above);
    chart.paint(place, width, below - above);
    place.dispose();
    legend.paint(graphics, below, swatch);
  }
}
