package raftlab.chart;

import java.util.List;
import java.util.Map;

/** Draws values as one bar of block characters per line, the number beside it. */
final class TextSketch {

  private static final int CELLS = 24;

  private TextSketch() {}

  static String of(String title, List<BarSeries> series) {
    double top =
        series.stream()
            .flatMap(one -> one.bars().values().stream())
            .mapToDouble(bar -> Math.abs(bar.value()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    int width =
        series.stream()
            .flatMap(one -> one.bars().keySet().stream())
            .mapToInt(String::length)
            .max()
            .orElse(1);
    StringBuilder text = new StringBuilder(title).append('\n');
    for (BarSeries one : series) {
      text.append(one.name()).append('\n');
      for (Map.Entry<String, Mark> bar : one.bars().entrySet()) {
        text.append("  ").append(bar.getKey()).append(" ".repeat(width - bar.getKey().length()));
        text.append("  ").append(blocks(bar.getValue().value(), top));
        text.append(' ').append(bar.getValue()).append('\n');
      }
    }
    return text.toString();
  }

  private static String blocks(double value, double top) {
    int full =
        top > 0 && Double.isFinite(value) ? (int) Math.round(Math.abs(value) / top * CELLS) : 0;
    return "█".repeat(full) + "·".repeat(CELLS - full);
  }
}
