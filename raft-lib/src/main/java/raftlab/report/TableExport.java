package raftlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A whole table as Markdown, CSV or LaTeX, each ending with a line feed. */
public final class TableExport {

  private static final Map<Integer, String> LATEX =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '~', "\\textasciitilde{}"));

  private TableExport() {}

  /** Returns a Markdown table; numbers are set flush right. */
  public static String markdown(Grid grid) {
    List<String> lines = new ArrayList<>();
    lines.add(markdown(grid.columns()));
    lines.add(markdown(grid.numeric().stream().map(right -> right ? "---:" : "---").toList()));
    grid.rows().forEach(row -> lines.add(markdown(row)));
    return String.join("\n", lines) + "\n";
  }

  /** Returns CSV as in RFC 4180, but with line feeds. */
  public static String csv(Grid grid) {
    List<String> lines = new ArrayList<>();
    lines.add(csv(grid.columns()));
    grid.rows().forEach(row -> lines.add(csv(row)));
    return String.join("\n", lines) + "\n";
  }

  /**
   * Returns a LaTeX tabular for the package booktabs. Cells are text: what LaTeX reads is escaped.
   */
  public static String latex(Grid grid) {
    String sides =
        grid.numeric().stream().map(right -> right ? "r" : "l").collect(Collectors.joining());
    List<String> lines = new ArrayList<>();
    lines.add("\\begin{tabular}{" + sides + "}");
    lines.add("\\toprule");
    lines.add(latex(grid.columns()));
    lines.add("\\midrule");
    grid.rows().forEach(row -> lines.add(latex(row)));
    lines.add("\\bottomrule");
    lines.add("\\end{tabular}");
    return String.join("\n", lines) + "\n";
  }

  private static String markdown(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String csv(List<String> cells) {
    return cells.stream().map(TableExport::csvCell).collect(Collectors.joining(","));
  }

  private static String csvCell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String latex(List<String> cells) {
    return cells.stream()
        .map(TableExport::latexCell)
        .collect(Collectors.joining(" & ", "", " \\\\"));
  }

  private static String latexCell(String text) {
    StringBuilder escaped = new StringBuilder();
    text.replace('\n', ' ')
        .codePoints()
        .forEach(c -> escaped.append(LATEX.getOrDefault(c, Character.toString(c))));
    return escaped.toString();
  }
}
