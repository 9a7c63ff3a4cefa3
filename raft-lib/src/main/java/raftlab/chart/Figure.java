package raftlab.chart;

import raftlab.core.Checks;

/**
 * A finished figure in three forms of one content. Immutable; the same input gives the same bytes
 * on one machine.
 */
public final class Figure {

  private final String title;
  private final String svg;
  private final byte[] png;
  private final String text;

  Figure(String title, String svg, byte[] png, String text) {
    this.title = Checks.notBlank(title, "figure title");
    this.svg = svg;
    this.png = png.clone();
    this.text = text;
  }

  /** Returns the quantity shown and its n, in one line. */
  public String title() {
    return title;
  }

  /** Returns an SVG document without scripts and external addresses. */
  public String svg() {
    return svg;
  }

  /** Returns a PNG at twice the size of the SVG. */
  public byte[] png() {
    return png.clone();
  }

  /** Returns a sketch in block characters that carries the numbers. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return title;
  }
}
