package raftlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import raftlab.core.Checks;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as text cells, which every export starts from. Numbers have at most four digits after the
 * point; a missing value is an empty cell.
 *
 * @param title what the table shows, may be empty
 * @param columns names of the columns
 * @param numeric for each column whether it holds numbers, which are set flush right
 * @param rows cells, each row as long as {@code columns}
 */
public record Grid(
    String title, List<String> columns, List<Boolean> numeric, List<List<String>> rows) {

  public Grid {
    Checks.notNull(title, "table title");
    columns = List.copyOf(columns);
    numeric = List.copyOf(numeric);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Returns the cells of a Tablesaw table. */
  public static Grid of(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      int index = row;
      rows.add(table.columns().stream().map(column -> cell(column, index)).toList());
    }
    List<Boolean> numeric =
        table.columns().stream().<Boolean>map(column -> column instanceof NumericColumn).toList();
    return new Grid(table.name() == null ? "" : table.name(), table.columnNames(), numeric, rows);
  }

  /**
   * Returns the cells of a Tablesaw table for callers that do not know its type.
   *
   * @throws ClassCastException if it is none
   */
  public static Grid from(Object table) {
    return of((Table) table);
  }

  /** Returns the first rows. */
  public Grid first(int count) {
    return new Grid(title, columns, numeric, rows.subList(0, Math.min(count, rows.size())));
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    Object value = column.get(row);
    if (value instanceof Double || value instanceof Float) {
      return number(((Number) value).doubleValue());
    }
    return String.valueOf(value);
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    boolean small = Math.abs(value) < 0.001;
    return String.format(Locale.ROOT, small ? "%.3e" : "%.4f", value);
  }
}
