package raftlab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Titles and legends that are too long for one line, and figures that share a page. */
class FrameTest {

  private static final String LONG_TITLE =
      "Proxy against gold of raft-pp-kl0_01-seed12, best of K by the reward model of the second"
          + " lesson (margin 3.2, calibrated): they part at K 32";
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
  private static final Pattern REFERENCE = Pattern.compile("#([A-Za-z][^)\"' ]*)[)\"']");

  private static List<Curve> curves(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Curve(
                    "reinforce-rej with a long label " + i,
                    List.of(
                        new Curve.Point(0, new Mark(0.4, 0.3, 0.5)),
                        new Curve.Point(1, new Mark(0.4 + 0.03 * i, 0.3, 0.9)))))
        .toList();
  }

  private static List<BarSeries> bars(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new BarSeries(
                    "dr-grpo, run number " + i, Map.of("level 1", new Mark(i + 1, i, i + 2))))
        .toList();
  }

  private static List<Figure> crowded() {
    List<Panel> panels =
        List.of(
            new Panel(
                "Entropy and group outcomes of every run of the sweep in one panel",
                "nats",
                curves(5)),
            new Panel("Empty", "share", List.of()),
            new Panel("Length", "tokens", curves(2)));
    return List.of(
        CurveFigure.of(LONG_TITLE, "iteration", "pass@1", curves(12)),
        BarFigure.grouped(LONG_TITLE, "level", "share", bars(12)),
        BarFigure.stacked(LONG_TITLE, "level", "share", bars(9)),
        PanelsFigure.of("run", "iteration", panels, List.of(LONG_TITLE + " " + LONG_TITLE)));
  }

  @Test
  void nothingReachesTheEdgeHoweverLongTitleAndLegendAre() throws IOException {
    for (Figure figure : crowded()) {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png()));
      for (int x = 0; x < image.getWidth(); x++) {
        assertEquals(0, image.getRGB(x, 0) >>> 24, "top of " + figure);
        assertEquals(0, image.getRGB(x, image.getHeight() - 1) >>> 24, "bottom of " + figure);
      }
      for (int y = 0; y < image.getHeight(); y++) {
        assertEquals(0, image.getRGB(0, y) >>> 24, "left of " + figure);
        assertEquals(0, image.getRGB(image.getWidth() - 1, y) >>> 24, "right of " + figure);
      }
    }
  }

  @Test
  void theWholeTitleAndEveryNameAreShown() {
    List<String> lines = Lettering.TITLE.lines(LONG_TITLE, Painter.WIDTH - 16);
    assertTrue(lines.size() > 1, "broken");
    assertEquals(LONG_TITLE, String.join(" ", lines));
    List<Legend.Entry> entries = new ArrayList<>();
    curves(12).forEach(each -> entries.add(new Legend.Entry(each.name(), entries.size())));
    Legend legend = Legend.of(entries, Painter.WIDTH);
    assertTrue(legend.rows().size() > 2, "several rows");
    assertEquals(entries, legend.rows().stream().flatMap(List::stream).toList());
  }

  @Test
  void aWordWiderThanTheFigureIsCutAndSaysSo() {
    String name = "x".repeat(400);
    Legend legend =
        Legend.of(List.of(new Legend.Entry(name, 0), new Legend.Entry("b", 1)), Painter.WIDTH);
    String shown = legend.rows().get(0).get(0).name();
    assertTrue(shown.endsWith("…"), shown);
    assertTrue(Lettering.PLAIN.width(shown) < Painter.WIDTH, "narrower");
    assertEquals(2, legend.rows().size());
  }

  @Test
  void aSecondRowOfTheLegendMakesTheFigureHigherAndNotThePlotLower() {
    assertTrue(height(curves(12)) > height(curves(2)), "higher");
    assertEquals(Painter.HEIGHT, height(curves(1)));
  }

  private static int height(List<Curve> curves) {
    String svg = CurveFigure.of("title", "x", "y", curves).svg();
    Matcher found = Pattern.compile("viewBox=\"0 0 720 (\\d+)\"").matcher(svg);
    assertTrue(found.find(), "a view box");
    return Integer.parseInt(found.group(1));
  }

  @Test
  void figuresOnOnePageShareNoIdAndReferToTheirOwn() {
    Set<String> taken = new HashSet<>();
    for (Figure figure : crowded()) {
      Set<String> own = all(ID, figure.svg());
      assertTrue(own.size() > 1, "clip paths");
      assertTrue(own.containsAll(all(REFERENCE, figure.svg())), "refers to its own");
      for (String id : own) {
        assertTrue(taken.add(id), id);
      }
    }
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
