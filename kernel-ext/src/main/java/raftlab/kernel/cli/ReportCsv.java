package raftlab.kernel.cli;

import java.util.List;
import java.util.stream.Collectors;
import raftlab.kernel.notebook.Report;

/**
 * A report's table as CSV (RFC 4180, but with line feeds): a header line and one line per row. A
 * report without a table is its headline under the column {@code result}.
 */
final class ReportCsv {

  private ReportCsv() {}

  static String of(Report report) {
    if (report.columns().isEmpty()) {
      return "result\n" + cell(report.headline());
    }
    StringBuilder text = new StringBuilder(line(report.columns()));
    report.rows().forEach(row -> text.append('\n').append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(ReportCsv::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
