package raftlab.report;

import java.util.ArrayList;
import java.util.List;

/** A table as aligned plain text; long cells are cut and hidden rows are counted. */
public final class TextTable {

  private static final int WIDEST = 60;
  private static final String GAP = "  ";

  private TextTable() {}

  /** Returns header, at most {@code limit} rows, and how many rows are not shown. */
  public static String of(Grid grid, int limit) {
    List<List<String>> lines = new ArrayList<>(List.of(grid.columns()));
    lines.addAll(grid.first(limit).rows());
    int[] widths = new int[grid.columns().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cut(line.get(i)).length());
      }
    }
    List<String> text = new ArrayList<>();
    lines.forEach(line -> text.add(line(line, grid, widths)));
    HiddenRows.sentence(grid, limit).ifPresent(text::add);
    return String.join("\n", text);
  }

  private static String line(List<String> cells, Grid grid, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i));
      String space = " ".repeat(widths[i] - cell.length());
      line.append(grid.numeric().get(i) ? space + cell : cell + space).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String cell) {
    String line = cell.strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
  }
}
