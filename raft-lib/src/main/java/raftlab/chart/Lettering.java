package raftlab.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of one font within a width. It is painted as outlines, as XChart paints its own, so that it
 * is as wide in every viewer as it was measured here.
 *
 * @param font its font and size
 */
record Lettering(Font font) {

  static final Lettering PLAIN = new Lettering(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
  static final Lettering TITLE = new Lettering(new Font(Font.SANS_SERIF, Font.BOLD, 14));

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final String CUT = "…";

  /** Returns the width of a text in pixels. */
  double width(String text) {
    return text.isBlank() ? 0 : new TextLayout(text, font, CONTEXT).getAdvance();
  }

  /** Returns the text, shortened at its end if it is wider than a number of pixels. */
  String within(String text, double width) {
    if (width(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + CUT) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + CUT;
  }

  /** Returns the text in lines that are at most a number of pixels wide, broken at spaces. */
  List<String> lines(String text, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer) > width) {
        lines.add(within(line, width));
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(within(line, width));
    return lines;
  }

  /** Paints a text in the colour of charts' text, its base line starting at a point. */
  void paint(Graphics2D graphics, String text, double x, double y) {
    if (text.isBlank()) {
      return;
    }
    graphics.setColor(Painter.INK);
    graphics.fill(
        new TextLayout(text, font, CONTEXT)
            .getOutline(java.awt.geom.AffineTransform.getTranslateInstance(x, y)));
  }
}
