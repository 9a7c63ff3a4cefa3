package raftlab.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
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
                    new Curve.Point(0, new Estimate(0.4, 0.3, 0.5)),
                    new Curve.Point(1, new Estimate(0.8, 0.7, 0.9))))));
  }

  private static Figure bars() {
    return BarFigure.grouped(
        "wins, n = 50",
        "policy",
        "wins",
        List.of(new BarSeries("raft", Map.of("base", new Estimate(30, 25, 35)))));
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
}
