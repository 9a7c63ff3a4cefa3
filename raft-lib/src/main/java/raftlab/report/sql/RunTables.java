package raftlab.report.sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import raftlab.algorithm.RaftSettings;
import raftlab.run.Manifest;
import raftlab.run.RunDirectory;
import raftlab.run.RunState;

/** The tables {@code runs} and {@code rounds}, filled from the small files of each run. */
final class RunTables {

  private static final String RUNS =
      "CREATE TABLE runs (run VARCHAR, sweep VARCHAR, algorithm VARCHAR, state VARCHAR, rounds"
          + " INTEGER, seed BIGINT, prompts INTEGER, k INTEGER, temperature DOUBLE, lr DOUBLE, batch"
          + " INTEGER, budget BIGINT, base_pass_at_1 DOUBLE, pass_at_1 DOUBLE, pass_at_1_low DOUBLE,"
          + " pass_at_1_high DOUBLE, tokens BIGINT, seconds DOUBLE, policy VARCHAR, reward VARCHAR,"
          + " grader VARCHAR, started VARCHAR, folder VARCHAR)";

  private RunTables() {}

  static void create(Connection connection, Map<String, RunDirectory> runs) throws SQLException {
    Map<String, List<Map<String, Double>>> metrics = new TreeMap<>();
    runs.forEach((name, run) -> metrics.put(name, metrics(run)));
    RunQueries.execute(connection, RUNS);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO runs VALUES (" + marks(23) + ")")) {
      for (Map.Entry<String, RunDirectory> each : runs.entrySet()) {
        insert(insert, row(each.getKey(), each.getValue(), metrics.get(each.getKey())));
      }
    }
    rounds(connection, metrics);
  }

  private static List<Object> row(
      String name, RunDirectory run, List<Map<String, Double>> metrics) {
    RaftSettings settings = read(run, "config.json", RaftSettings.class);
    Manifest manifest = read(run, "manifest.json", Manifest.class);
    List<Object> row = new ArrayList<>();
    row.add(name);
    row.add(name.contains("/") ? name.substring(0, name.indexOf('/')) : null);
    row.add(settings.objective().algorithm());
    row.add(RunState.of(run).toString());
    row.add(Math.max(0, metrics.size() - 1));
    row.add(settings.seed());
    row.add(settings.prompts());
    row.add(settings.sampling().completionsPerPrompt());
    row.add(settings.sampling().temperature());
    row.add(settings.training().learningRate());
    row.add(settings.training().batchSize());
    row.add(settings.rules().budget());
    row.add(metrics.isEmpty() ? null : metrics.get(0).get("eval/pass@1"));
    row.add(last(metrics, "eval/pass@1"));
    row.add(last(metrics, "eval/pass@1/low"));
    row.add(last(metrics, "eval/pass@1/high"));
    row.add(Math.round(sum(metrics, "tokens/sampled")));
    row.add(sum(metrics, "seconds/round"));
    row.add(manifest.policy());
    row.add(manifest.reward());
    row.add(manifest.grader());
    row.add(manifest.started());
    row.add(run.path().toString());
    return row;
  }

  /** Returns the value of the last round that has it, null if none has. */
  private static Double last(List<Map<String, Double>> metrics, String name) {
    Double last = null;
    for (Map<String, Double> each : metrics) {
      last = each.getOrDefault(name, last);
    }
    return last;
  }

  private static double sum(List<Map<String, Double>> metrics, String name) {
    return metrics.stream().mapToDouble(each -> each.getOrDefault(name, 0.0)).sum();
  }

  /** Every metric that any run has is a column; a round without it has null. */
  private static void rounds(Connection connection, Map<String, List<Map<String, Double>>> metrics)
      throws SQLException {
    TreeSet<String> names = new TreeSet<>();
    metrics.values().forEach(run -> run.forEach(round -> names.addAll(round.keySet())));
    StringBuilder create = new StringBuilder("CREATE TABLE rounds (run VARCHAR, round INTEGER");
    names.forEach(name -> create.append(", \"" + column(name) + "\" DOUBLE"));
    RunQueries.execute(connection, create.append(")").toString());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO rounds VALUES (" + marks(names.size() + 2) + ")")) {
      for (Map.Entry<String, List<Map<String, Double>>> run : metrics.entrySet()) {
        for (int round = 0; round < run.getValue().size(); round++) {
          List<Object> row = new ArrayList<>(List.of(run.getKey(), round));
          for (String name : names) {
            row.add(run.getValue().get(round).get(name));
          }
          insert(insert, row);
        }
      }
    }
  }

  /** Returns a metric's column: {@code eval/pass@1/low} is {@code eval_pass_at_1_low}. */
  static String column(String metric) {
    return metric.replace("@", "_at_").replaceAll("[^A-Za-z0-9]+", "_");
  }

  private static void insert(PreparedStatement insert, List<Object> row) throws SQLException {
    for (int i = 0; i < row.size(); i++) {
      insert.setObject(i + 1, row.get(i));
    }
    insert.executeUpdate();
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static <T> T read(RunDirectory run, String file, Class<T> type) {
    return RunDirectory.readRecord(run.path().resolve(file), type);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Double>> metrics(RunDirectory run) {
    List<Map<String, Double>> metrics = new ArrayList<>();
    for (int i = 0; i <= run.lastComplete(); i++) {
      Path file = run.iteration(i).resolve("metrics.json");
      if (Files.exists(file)) {
        metrics.add(RunDirectory.readRecord(file, Map.class));
      }
    }
    return metrics;
  }
}
