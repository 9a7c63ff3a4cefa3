package raftlab.report.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The rows of an answer as a Tablesaw table: whole numbers as long, other numbers as double,
 * booleans, and everything else, lists and dates too, as text. NULL is a missing value.
 */
final class ResultTable {

  private static final int HUGEINT = 1111;

  private ResultTable() {}

  static Table of(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<Column<?>> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(column(unused(meta.getColumnLabel(i), names), type(meta, i)));
    }
    while (rows.next()) {
      for (int i = 0; i < columns.size(); i++) {
        append(columns.get(i), rows.getObject(i + 1));
      }
    }
    return Table.create("", columns.toArray(Column<?>[]::new));
  }

  /** Tablesaw tells columns apart by name, whatever its case; SQL may give one name twice. */
  private static String unused(String label, Set<String> names) {
    String name = label;
    for (int i = 2; !names.add(name.toLowerCase(java.util.Locale.ROOT)); i++) {
      name = label + "_" + i;
    }
    return name;
  }

  /** A HUGEINT, which sums and counts of whole numbers are, is taken for a long. */
  private static int type(ResultSetMetaData meta, int column) throws SQLException {
    return meta.getColumnTypeName(column).equals("HUGEINT") ? HUGEINT : meta.getColumnType(column);
  }

  private static Column<?> column(String name, int type) {
    return switch (type) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, HUGEINT ->
          LongColumn.create(name);
      case Types.FLOAT, Types.REAL, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC ->
          DoubleColumn.create(name);
      case Types.BOOLEAN, Types.BIT -> BooleanColumn.create(name);
      default -> StringColumn.create(name);
    };
  }

  private static void append(Column<?> column, Object value) throws SQLException {
    if (value == null) {
      column.appendMissing();
    } else if (column instanceof LongColumn longs) {
      longs.append(whole(value));
    } else if (column instanceof DoubleColumn doubles) {
      doubles.append(
          value instanceof BigDecimal decimal
              ? decimal.doubleValue()
              : ((Number) value).doubleValue());
    } else if (column instanceof BooleanColumn booleans) {
      booleans.append((Boolean) value);
    } else {
      ((StringColumn) column).append(String.valueOf(value));
    }
  }

  private static long whole(Object value) throws SQLException {
    if (value instanceof BigInteger big) {
      if (big.bitLength() > 63) {
        throw new SQLException("Out of Range Error: " + big + " has more than 64 bits; cast it");
      }
      return big.longValue();
    }
    return ((Number) value).longValue();
  }
}
