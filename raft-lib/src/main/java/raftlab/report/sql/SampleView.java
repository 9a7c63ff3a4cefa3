package raftlab.report.sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import raftlab.run.RunDirectory;

/**
 * The view {@code samples}: every completion of every round, joined with its reward and with
 * whether it was kept. Its files are read when a question needs them; a round that is still being
 * sampled has none yet.
 */
final class SampleView {

  private static final String PROMPT =
      "prompt: 'STRUCT(id VARCHAR, \"text\" VARCHAR, \"columns\" JSON)'";
  private static final String COMPLETIONS =
      "completions: 'STRUCT(sample_index INTEGER, \"text\" VARCHAR, finish VARCHAR, trace"
          + " STRUCT(ids INTEGER[]))[]'";
  private static final String REWARDS =
      "prompt_id: 'VARCHAR', rewards: 'STRUCT(\"value\" DOUBLE, skipped BOOLEAN, \"unknown\""
          + " BOOLEAN, reason VARCHAR, extracted VARCHAR)[]'";
  private static final String KEPT = "prompt_id: 'VARCHAR', sample_index: 'INTEGER'";

  private final Connection connection;
  private final List<List<Object>> files = new ArrayList<>();

  private SampleView(Connection connection) {
    this.connection = connection;
  }

  static void create(Connection connection, Map<String, RunDirectory> runs) throws SQLException {
    SampleView view = new SampleView(connection);
    for (Map.Entry<String, RunDirectory> run : runs.entrySet()) {
      view.find(run.getKey(), run.getValue());
    }
    view.create();
  }

  private void find(String name, RunDirectory run) {
    for (int round = 1; Files.isDirectory(run.iteration(round)); round++) {
      Path folder = run.iteration(round);
      add(name, round, folder.resolve("rollouts.jsonl"));
      add(name, round, folder.resolve("rewards.jsonl"));
      add(name, round, folder.resolve("selection.jsonl"));
      for (int i = 1; Files.isDirectory(folder.resolve("refill-" + i)); i++) {
        add(name, round, folder.resolve("refill-" + i).resolve("rollouts.jsonl"));
        add(name, round, folder.resolve("refill-" + i).resolve("rewards.jsonl"));
      }
    }
  }

  private void add(String run, int round, Path file) {
    if (Files.exists(file)) {
      String kind = String.valueOf(file.getFileName()).replace(".jsonl", "");
      files.add(List.of(file.toAbsolutePath().normalize().toString(), kind, run, round));
    }
  }

  private void create() throws SQLException {
    RunQueries.execute(
        connection,
        "CREATE TEMP TABLE run_files (file VARCHAR, kind VARCHAR, run VARCHAR, round INTEGER)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO run_files VALUES (?, ?, ?, ?)")) {
      for (List<Object> row : files) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.executeUpdate();
      }
    }
    RunQueries.execute(connection, sql());
  }

  private String sql() {
    return "CREATE TEMP VIEW samples AS WITH drawn AS (SELECT f.run, f.round, d.prompt AS prompt,"
        + " unnest(d.completions) AS c, generate_subscripts(d.completions, 1) AS place FROM "
        + source("rollouts", PROMPT + ", " + COMPLETIONS)
        + " d JOIN run_files f ON f.file = d.filename WHERE d.prompt IS NOT NULL),"
        + " paid AS (SELECT f.run, f.round, d.prompt_id, unnest(d.rewards) AS r,"
        + " generate_subscripts(d.rewards, 1) AS place FROM "
        + source("rewards", REWARDS)
        + " d JOIN run_files f ON f.file = d.filename WHERE d.prompt_id IS NOT NULL),"
        + " chosen AS (SELECT DISTINCT f.run, f.round, d.prompt_id, d.sample_index FROM "
        + source("selection", KEPT)
        + " d JOIN run_files f ON f.file = d.filename WHERE d.prompt_id IS NOT NULL)"
        + " SELECT drawn.run, drawn.round, drawn.prompt.id AS prompt_id, drawn.c.sample_index AS"
        + " sample, paid.r.value AS reward, coalesce(paid.r.skipped, false) AS skipped,"
        + " coalesce(paid.r.\"unknown\", false) AS \"unknown\", chosen.prompt_id IS NOT NULL AS"
        + " kept, drawn.c.finish AS finish, len(drawn.c.trace.ids) AS tokens,"
        + " drawn.prompt.\"columns\"->>'answer' AS answer, paid.r.extracted AS extracted,"
        + " paid.r.reason AS reason, drawn.prompt.\"text\" AS prompt, drawn.c.\"text\" AS completion"
        + " FROM drawn LEFT JOIN paid ON paid.run = drawn.run AND paid.round = drawn.round AND"
        + " paid.prompt_id = drawn.prompt.id AND paid.place = drawn.place"
        + " LEFT JOIN chosen ON chosen.run = drawn.run AND chosen.round = drawn.round AND"
        + " chosen.prompt_id = drawn.prompt.id AND chosen.sample_index = drawn.c.sample_index";
  }

  /** DuckDB refuses an empty list of files; an empty relation of the same columns stands for it. */
  private String source(String kind, String columns) {
    List<String> found =
        files.stream()
            .filter(row -> row.get(1).equals(kind))
            .map(row -> RunQueries.quoted(String.valueOf(row.get(0))))
            .toList();
    if (!found.isEmpty()) {
      // A group of completions is one line; 256 MiB holds thousands of long ones.
      return "read_json(["
          + String.join(", ", found)
          + "], format='newline_delimited', columns={"
          + columns
          + "}, filename=true, maximum_object_size=268435456)";
    }
    List<String> nulls = new ArrayList<>(List.of("NULL::VARCHAR AS filename"));
    var matcher = java.util.regex.Pattern.compile("(\\w+): '([^']*)'").matcher(columns);
    while (matcher.find()) {
      nulls.add("NULL::" + matcher.group(2) + " AS " + matcher.group(1));
    }
    return "(SELECT " + String.join(", ", nulls) + " WHERE false)";
  }
}
