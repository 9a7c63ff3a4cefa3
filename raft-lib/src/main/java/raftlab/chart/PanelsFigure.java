package raftlab.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import raftlab.core.Checks;

/** Curves side by side, two in a row, with lines of text below: the picture of a run. */
public final class PanelsFigure {

  private static final int COLUMNS = 2;
  private static final int WIDTH = 440;
  private static final int HEIGHT = 260;
  private static final int LINE = 18;

  private PanelsFigure() {}

  /**
   * Draws the panels.
   *
   * @param title the figure's title, also the first line of its text form
   * @param xAxis what all panels share
   * @param footer lines of text below the panels, such as a diagnosis
   */
  public static Figure of(String title, String xAxis, List<Panel> panels, List<String> footer) {
    Checks.that(!panels.isEmpty(), () -> "a figure without panels");
    List<Framed> charts = panels.stream().map(panel -> chart(panel, xAxis)).toList();
    int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
    int width = COLUMNS * WIDTH;
    // All as high as the highest, so that the rows are even.
    int each = charts.stream().mapToInt(Framed::height).max().orElse(HEIGHT);
    List<String> below =
        footer.stream()
            .flatMap(one -> Lettering.PLAIN.lines(one, width - 2.0 * LINE).stream())
            .toList();
    int height = rows * each + LINE * below.size() + (below.isEmpty() ? 0 : LINE / 2);
    String text =
        panels.stream()
            .filter(panel -> !panel.curves().isEmpty())
            .map(panel -> CurveFigure.text(panel.title(), panel.curves()))
            .collect(Collectors.joining("\n"));
    return Painter.figure(
        title,
        width,
        height,
        graphics -> paint(graphics, charts, below, each),
        text.isEmpty() ? title : title + "\n" + text);
  }

  private static Framed chart(Panel panel, String xAxis) {
    return CurveFigure.framed(panel.title(), WIDTH, HEIGHT, xAxis, panel.yAxis(), panel.curves());
  }

  private static void paint(
      Graphics2D graphics, List<Framed> charts, List<String> footer, int height) {
    for (int i = 0; i < charts.size(); i++) {
      Graphics2D place = (Graphics2D) graphics.create();
      place.translate((i % COLUMNS) * WIDTH, (i / COLUMNS) * height);
      charts.get(i).paint(place, height);
      place.dispose();
    }
    int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < footer.size(); i++) {
      Lettering.PLAIN.paint(graphics, footer.get(i), LINE, rows * height + LINE * (i + 1.0));
    }
  }
}
