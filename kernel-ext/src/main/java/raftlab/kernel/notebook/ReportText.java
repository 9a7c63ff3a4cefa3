package raftlab.kernel.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report as plain text: headline, aligned columns, remarks. */
public final class ReportText {

  private static final String GAP = "  ";

  private ReportText() {}

  public static String of(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.headline());
    if (!report.columns().isEmpty()) {
      List<List<String>> table = new ArrayList<>();
      table.add(report.columns());
      table.addAll(report.rows());
      int[] widths = widths(table);
      table.forEach(row -> lines.add(line(row, widths)));
    }
    lines.addAll(report.remarks());
    return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  private static int[] widths(List<List<String>> table) {
    int[] widths = new int[table.get(0).size()];
    for (List<String> row : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], oneLine(row.get(i)).length());
      }
    }
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = oneLine(row.get(i));
      line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String oneLine(String cell) {
    return cell.replace("\n", " ⏎ ");
  }
}
