package raftlab.kernel.notebook;

import java.util.Arrays;
import java.util.List;
import raftlab.core.Checks;

/**
 * A headline, a small table and remarks: what commands without a richer result show, and what every
 * result becomes on a terminal.
 *
 * @param headline the number or fact that matters, in one line
 * @param columns names of the columns; empty if there is no table
 * @param rows cells as text, each row as long as {@code columns}
 * @param remarks sentences below the table
 */
public record Report(
    String headline, List<String> columns, List<List<String>> rows, List<String> remarks) {

  public Report {
    Checks.notNull(headline, "headline");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    remarks = List.copyOf(remarks);
    int width = columns.size();
    for (List<String> row : rows) {
      Checks.that(row.size() == width, () -> "row " + row + " has not " + width + " cells");
    }
  }

  /** A headline alone. */
  public static Report of(String headline) {
    return new Report(headline, List.of(), List.of(), List.of());
  }

  /** A headline above an empty table. */
  public static Report of(String headline, String... columns) {
    return new Report(headline, Arrays.asList(columns), List.of(), List.of());
  }

  /** Returns this report with one more row; cells are turned to text. */
  public Report row(Object... cells) {
    List<String> row = Arrays.stream(cells).map(String::valueOf).toList();
    return new Report(headline, columns, append(rows, row), remarks);
  }

  /** Returns this report with one more sentence below the table. */
  public Report remark(String sentence) {
    return new Report(headline, columns, rows, append(remarks, sentence));
  }

  private static <T> List<T> append(List<T> list, T last) {
    return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(last)).toList();
  }

  @Override
  public String toString() {
    return headline;
  }
}
