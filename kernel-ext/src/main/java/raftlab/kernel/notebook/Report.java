package raftlab.kernel.notebook;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.Checks;

/**
 * A headline, a small table and remarks: what commands without a richer result show, and what every
 * result becomes on a terminal.
 *
 * @param headline the number or fact that matters, in one line
 * @param columns names of the columns; empty if there is no table
 * @param rows cells as text, each row as long as {@code columns}
 * @param remarks sentences below the table
 * @param summary what scripts read, as the last line on a shell; empty if there is nothing to read
 */
public record Report(
    String headline,
    List<String> columns,
    List<List<String>> rows,
    List<String> remarks,
    Map<String, Object> summary) {

  public Report {
    Checks.notNull(headline, "headline");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    remarks = List.copyOf(remarks);
    summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
    int width = columns.size();
    for (List<String> row : rows) {
      Checks.that(row.size() == width, () -> "row " + row + " has not " + width + " cells");
    }
  }

  /** A report that scripts read nothing from. */
  public Report(
      String headline, List<String> columns, List<List<String>> rows, List<String> remarks) {
    this(headline, columns, rows, remarks, Map.of());
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
    return new Report(headline, columns, append(rows, row), remarks, summary);
  }

  /** Returns this report with one more sentence below the table. */
  public Report remark(String sentence) {
    return new Report(headline, columns, rows, append(remarks, sentence), summary);
  }

  /** Returns this report under another headline. */
  public Report headline(String other) {
    return new Report(other, columns, rows, remarks, summary);
  }

  /** Returns this report with what scripts read; values as Gson writes them. */
  public Report summary(Map<String, Object> values) {
    return new Report(headline, columns, rows, remarks, values);
  }

  private static <T> List<T> append(List<T> list, T last) {
    return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(last)).toList();
  }

  @Override
  public String toString() {
    return headline;
  }
}
