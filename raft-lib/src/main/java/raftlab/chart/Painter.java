package raftlab.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.knowm.xchart.style.AxesChartStyler;
import org.w3c.dom.Element;
import raftlab.files.Hashes;

/** Paints a chart on a transparent ground in mid tones that read on white and on black alike. */
final class Painter {

  static final int WIDTH = 720;
  static final int HEIGHT = 380;
  private static final int PNG_SCALE = 2;

  /** Begins the ids of a drawing until its hash is known. */
  private static final String PART = "raftlab.chart.Painter.part-";

  private static final int ID_DIGITS = 12;

  /** Without it XChart writes .05 between 0 and 0.1. */
  private static final String DECIMALS = "0.######";

  private static final Color CLEAR = new Color(0, 0, 0, 0);

  /** Equally legible on white and on the near black of dark themes: contrast above 4 on both. */
  static final Color INK = new Color(0x747A83);

  private static final Color GRID = new Color(0x74, 0x7A, 0x83, 70);

  /** Okabe and Ito's colour-blind safe hues, in mid lightness; without their black and yellow. */
  static final Color[] HUES = {
    new Color(0x2E8BC0), new Color(0xDB7600), new Color(0x009E73),
    new Color(0xC86FA0), new Color(0xA48C00), new Color(0xD55E00)
  };

  private Painter() {}

  static Color hue(int index) {
    return HUES[index % HUES.length];
  }

  /** Returns how often all hues were used before a series: it must look otherwise. */
  static int turn(int index) {
    return index / HUES.length;
  }

  /** Returns the colour of a series of bars: where hues recur they are paler. */
  static Color fill(int index) {
    Color hue = hue(index);
    int alpha = turn(index) == 0 ? 255 : 120;
    return new Color(hue.getRed(), hue.getGreen(), hue.getBlue(), alpha);
  }

  static void style(AxesChartStyler styler) {
    styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR);
    styler.setPlotBorderVisible(false).setChartFontColor(INK).setSeriesColors(HUES);
    styler.setXAxisTitleColor(INK).setYAxisTitleColor(INK);
    styler.setChartTitleVisible(false).setLegendVisible(false);
    styler.setAxisTickLabelsColor(INK).setAxisTickMarksColor(INK).setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1)).setPlotGridVerticalLinesVisible(false);
    styler.setLocale(Locale.ROOT).setDecimalPattern(DECIMALS);
  }

  static Figure figure(String title, Framed framed, String text) {
    int height = framed.height();
    return figure(title, framed.width(), height, graphics -> framed.paint(graphics, height), text);
  }

  static Figure figure(
      String title, int width, int height, Consumer<Graphics2D> painting, String text) {
    return new Figure(title, svg(width, height, painting), png(width, height, painting), text);
  }

  /**
   * Writes the drawing as SVG. Its parts refer to each other by id, and a page may hold many
   * figures: the ids carry a hash of the drawing, or one figure would be clipped by another's
   * frame.
   */
  private static String svg(int width, int height, Consumer<Graphics2D> painting) {
    try {
      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument("http://www.w3.org/2000/svg", "svg", null);
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setComment(null);
      context.setIDGenerator(
          new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
              return super.generateID(PART + prefix);
            }
          });
      SVGGraphics2D graphics = new SVGGraphics2D(context, false);
      graphics.setSVGCanvasSize(new java.awt.Dimension(width, height));
      painting.accept(graphics);
      StringWriter out = new StringWriter();
      Element root = graphics.getRoot();
      root.setAttribute("viewBox", "0 0 " + width + " " + height);
      graphics.stream(root, out, true, false);
      String drawn = out.toString().replace("\"genericDefs\"", "\"" + PART + "defs\"");
      return drawn.replace(PART, "f" + Hashes.sha256(drawn).substring(0, ID_DIGITS) + "-");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has no XML parser", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] png(int width, int height, Consumer<Graphics2D> painting) {
    BufferedImage image =
        new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(PNG_SCALE, PNG_SCALE);
    painting.accept(graphics);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
