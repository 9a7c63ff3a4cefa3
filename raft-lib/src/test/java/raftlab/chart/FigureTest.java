package raftlab.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import raftlab.core.UserError;

class FigureTest {

  private static Figure curve() {
    return CurveFigure.of(
        "pass@1 on 100 problems",
        "iteration",
        "pass@1",
        List.of(
            new Curve(
                "raft",
                List.of(
                    new Curve.Point(0, new Mark(0.4, 0.3, 0.5)),
                    new Curve.Point(1, new Mark(0.8, 0.7, 0.9))))));
  }

  private static Figure bars() {
    return BarFigure.grouped(
        "wins, n = 50",
        "policy",
        "wins",
        List.of(new BarSeries("raft", Map.of("base", new Mark(30, 25, 35)))));
  }

  @Test
  void sketchCarriesValuesAndIntervals() {
    assertEquals(
        """
        pass@1 on 100 problems
        raft
          0  ████████████············ 0.400 [0.300, 0.500]
          1  ████████████████████████ 0.800 [0.700, 0.900]
        """,
        curve().text());
  }

  @Test
  void svgIsWellFormedAndWithoutScripts() throws Exception {
    for (Figure figure : List.of(curve(), bars())) {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      var root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(figure.svg())))
              .getDocumentElement();
      assertEquals("svg", root.getTagName());
      assertFalse(figure.svg().contains("<script"));
    }
  }

  @Test
  void sameInputGivesSameBytes() {
    assertEquals(curve().svg(), curve().svg());
    assertArrayEquals(curve().png(), curve().png());
  }

  @Test
  void nothingToPlotIsAUserError() {
    assertThrows(UserError.class, () -> CurveFigure.of("t", "x", "y", List.of()));
  }

  @Test
  void anIntervalReachesItsOwnEndsOnBothSidesOfTheValue() throws Exception {
    BufferedImage image =
        image(
            BarFigure.grouped(
                "t", "x", "y", List.of(new BarSeries("a", Map.of("l", new Mark(10, 2, 11))))));
    int[] bar = rows(image, image.getWidth() / 2 + 40, image.getHeight(), Painter.hue(0));
    int[] interval = rows(image, centre(image), bar[1], Intervals.LINE);
    double unit = (bar[1] - bar[0]) / 10.0;
    assertEquals(1, (bar[0] - interval[0]) / unit, 0.1, "one above the value");
    assertEquals(8, (interval[1] - bar[0]) / unit, 0.1, "eight below the value");
  }

  @Test
  void aLabelThatASeriesLacksHasNoBarAndKeepsItsPlace() throws Exception {
    Map<String, Mark> both = new LinkedHashMap<>();
    both.put("first", Mark.of(5));
    both.put("second", Mark.of(5));
    Figure figure =
        BarFigure.grouped(
            "t",
            "x",
            "y",
            List.of(
                new BarSeries("a", both), new BarSeries("b", Map.of("second", new Mark(5, 4, 6)))));
    BufferedImage image = image(figure);
    int half = image.getWidth() / 2;
    int row = image.getHeight() / 2;
    assertEquals(0, count(image, 0, half, row, Painter.hue(1)), "b has no first");
    assertTrue(count(image, half, image.getWidth(), row, Painter.hue(1)) > 50, "b has a second");
    assertFalse(figure.text().contains("first  ············"), "nor a zero in the sketch");
  }

  @Test
  void textAndSeriesAreLegibleOnLightAndDarkGrounds() {
    for (Color ground : List.of(Color.WHITE, new Color(0x111111))) {
      assertTrue(contrast(Painter.INK, ground) > 4, "text on " + ground);
      for (Color hue : Painter.HUES) {
        assertTrue(contrast(hue, ground) >= 3, hue + " on " + ground + contrast(hue, ground));
      }
    }
  }

  private static BufferedImage image(Figure figure) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(figure.png()));
  }

  /** Returns the first and the last row of a colour in a column of pixels, above an end. */
  private static int[] rows(BufferedImage image, int column, int end, Color colour) {
    int[] rows =
        IntStream.range(image.getHeight() / 10, end)
            .filter(row -> near(image.getRGB(column, row), colour))
            .toArray();
    return new int[] {rows[0], rows[rows.length - 1]};
  }

  /** Returns the column in which the bar's colour is hidden by most of the interval's. */
  private static int centre(BufferedImage image) {
    return IntStream.range(image.getWidth() / 4, image.getWidth() - 10)
        .boxed()
        .max(Comparator.comparingInt(column -> inkIn(image, column)))
        .orElseThrow();
  }

  private static int inkIn(BufferedImage image, int column) {
    return (int)
        IntStream.range(image.getHeight() / 10, image.getHeight() * 3 / 4)
            .filter(row -> near(image.getRGB(column, row), Intervals.LINE))
            .count();
  }

  private static long count(BufferedImage image, int from, int to, int row, Color colour) {
    return IntStream.range(from, to).filter(x -> near(image.getRGB(x, row), colour)).count();
  }

  private static boolean near(int argb, Color colour) {
    Color pixel = new Color(argb, true);
    return pixel.getAlpha() > 200
        && Math.abs(pixel.getRed() - colour.getRed()) < 12
        && Math.abs(pixel.getGreen() - colour.getGreen()) < 12
        && Math.abs(pixel.getBlue() - colour.getBlue()) < 12;
  }

  /** The contrast ratio of WCAG 2.1. */
  private static double contrast(Color a, Color b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
