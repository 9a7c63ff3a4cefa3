package raftlab.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What the colours of a chart stand for, in as many rows below it as its width needs: XChart's own
 * legend is one row, which long or many names overflow.
 *
 * @param rows the entries from top to bottom
 * @param width of the chart in pixels
 */
record Legend(List<List<Entry>> rows, int width) {

  static final int ROW = 18;

  private static final int SIDE = 12;
  private static final int SWATCH = 26;
  private static final int GAP = 6;
  private static final int BETWEEN = 18;

  /**
   * A name and how it is drawn.
   *
   * @param index the number of its series, from zero
   */
  record Entry(String name, int index) {

    private double width() {
      return SWATCH + GAP + Lettering.PLAIN.width(name);
    }
  }

  /** Lays out entries in their order; a single one needs no legend. */
  static Legend of(List<Entry> entries, int width) {
    List<List<Entry>> rows = new ArrayList<>();
    double room = width - 2.0 * SIDE;
    double used = room + 1;
    for (Entry each : entries.size() > 1 ? entries : List.<Entry>of()) {
      String name = Lettering.PLAIN.within(each.name(), room - SWATCH - GAP);
      Entry entry = new Entry(name, each.index());
      if (used + BETWEEN + entry.width() > room) {
        rows.add(new ArrayList<>());
        used = -BETWEEN;
      }
      rows.get(rows.size() - 1).add(entry);
      used += BETWEEN + entry.width();
    }
    return new Legend(rows, width);
  }

  /** Returns how many pixels it takes. */
  int height() {
    return rows.isEmpty() ? 0 : rows.size() * ROW + GAP;
  }

  /** Paints it, each row centred. */
  void paint(Graphics2D graphics, int top, Swatch swatch) {
    for (int row = 0; row < rows.size(); row++) {
      double length =
          rows.get(row).stream().mapToDouble(each -> each.width() + BETWEEN).sum() - BETWEEN;
      double x = (width - length) / 2;
      int middle = top + row * ROW + ROW / 2;
      for (Entry entry : rows.get(row)) {
        swatch.paint(graphics, entry.index(), x, middle, SWATCH);
        Lettering.PLAIN.paint(graphics, entry.name(), x + SWATCH + GAP, middle + 4.0);
        x += entry.width() + BETWEEN;
      }
    }
  }

  /** Paints the mark of a series, of a width about a middle line. */
  interface Swatch {
    void paint(Graphics2D graphics, int series, double x, double middle, int width);
  }
}
