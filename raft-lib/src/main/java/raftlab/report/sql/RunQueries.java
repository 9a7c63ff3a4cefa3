package raftlab.report.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import raftlab.core.UserError;
import raftlab.run.RunDirectory;
import tech.tablesaw.api.Table;

/**
 * Answers SQL over run directories. Each question gets a database of its own in memory, so it sees
 * the runs as they are now. It only reads: one SELECT (or DESCRIBE, SHOW, SUMMARIZE) is answered,
 * and no file is read but those of the runs.
 *
 * <pre>
 * runs     one row per run: algorithm, state, seed, settings, pass@1 at start and end, tokens
 * rounds   one row per run and round: its metrics, with _ for / and at_ for @
 * samples  one row per completion of every round: prompt, text, reward, whether it was kept
 * </pre>
 */
public final class RunQueries {

  private static final String TABLES = "tables: runs, rounds, samples";

  private RunQueries() {}

  /**
   * Answers a question.
   *
   * @param runs by the name they have in the tables
   * @param folder the folder that holds all of them
   * @param sql in the dialect of DuckDB
   * @throws UserError if it is not one SELECT or cannot be answered
   */
  public static Table ask(Map<String, RunDirectory> runs, Path folder, String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties())) {
      execute(connection, "SET autoinstall_known_extensions=false");
      execute(connection, "SET autoload_known_extensions=false");
      requireOneSelect(connection, sql);
      RunTables.create(connection, runs);
      SampleView.create(connection, runs);
      execute(
          connection,
          "SET allowed_directories=["
              + quoted(folder.toAbsolutePath().normalize().toString())
              + "]");
      execute(connection, "SET enable_external_access=false");
      execute(connection, "SET lock_configuration=true");
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        return ResultTable.of(rows);
      }
    } catch (SQLException e) {
      throw error(e);
    }
  }

  private static Properties properties() {
    // Rows come as they are asked for: samples can be many.
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    return properties;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns a text as a literal of SQL. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The parser itself says what is a SELECT: only such statements have a form in JSON. */
  private static void requireOneSelect(Connection connection, String sql) throws SQLException {
    String ask =
        "SELECT j->>'error_type', json_array_length(j->'statements') FROM"
            + " (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS j)";
    try (PreparedStatement statement = connection.prepareStatement(ask)) {
      statement.setString(1, sql);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if ("not implemented".equals(row.getString(1))) {
          throw new UserError("sql only reads", TABLES, "Ask with SELECT");
        }
        if (row.getString(1) == null && row.getInt(2) != 1) {
          throw new UserError(
              "sql answers one SELECT at a time, not " + row.getInt(2), "", "Leave the others out");
        }
      }
    }
  }

  private static UserError error(SQLException failure) {
    String[] lines = String.valueOf(failure.getMessage()).split("\\R");
    String first = lines[0].replaceFirst("^[A-Z][A-Za-z ]* Error: ", "").replaceFirst("!$", "");
    String near = lines.length > 1 && !lines[1].isBlank() ? lines[1].strip() : "";
    return new UserError("sql: " + first, near, TABLES);
  }
}
