package raftlab.kernel.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import raftlab.kernel.notebook.Report;

/** A report as Markdown: the headline in bold, the table, the remarks as paragraphs. */
final class ReportMarkdown {

  private ReportMarkdown() {}

  static String of(Report report) {
    List<String> blocks = new ArrayList<>();
    blocks.add("**" + report.headline().strip() + "**");
    if (!report.columns().isEmpty()) {
      blocks.add(table(report));
    }
    blocks.addAll(report.remarks());
    return String.join("\n\n", blocks);
  }

  private static String table(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(line(report.columns()));
    lines.add(line(Collections.nCopies(report.columns().size(), "---")));
    report.rows().forEach(row -> lines.add(line(row)));
    return String.join("\n", lines);
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
