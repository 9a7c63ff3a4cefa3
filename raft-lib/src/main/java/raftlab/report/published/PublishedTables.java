package raftlab.report.published;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.data.DatasetCatalog;
import raftlab.data.JsonLines;
import raftlab.data.Row;

/**
 * The published tables that come with the lab ({@code datasets/published/}) and those of a user.
 */
public final class PublishedTables {

  /** What a name may leave away: a number, but not the last of its digits. */
  private static final String YEAR = "(?<!\\d)\\d+";

  private static final Map<String, PublishedTable> BUILT_IN = load();

  private PublishedTables() {}

  /** Returns the built-in tables in the order of the index. */
  public static List<PublishedTable> all() {
    return List.copyOf(BUILT_IN.values());
  }

  /** Returns a built-in table; a {@link UserError} suggests the one that was meant. */
  public static PublishedTable get(String id) {
    PublishedTable table = BUILT_IN.get(id);
    if (table == null) {
      throw new UserError(
          "there is no published table \"" + id + "\"", Suggest.near(id, BUILT_IN.keySet()), "");
    }
    return table;
  }

  /**
   * Returns the tables that a name of the {@code table} command stands for: a table's id; {@code
   * minimalist}, which is both versions; {@code all}; a benchmark's id, which gives every table
   * with a row of it, cut down to those rows; or the beginning of several benchmarks' ids, such as
   * {@code aime}.
   */
  public static List<PublishedTable> named(String name) {
    List<PublishedTable> family =
        all().stream()
            .filter(
                table ->
                    name.equals("all")
                        || table.id().equals(name)
                        || table.id().startsWith(name + "-v"))
            .toList();
    List<PublishedTable> exact = family.isEmpty() ? ofBenchmark(name::equals) : family;
    List<PublishedTable> found =
        exact.isEmpty() ? ofBenchmark(id -> id.matches(Pattern.quote(name) + YEAR)) : exact;
    if (found.isEmpty()) {
      List<String> known = new ArrayList<>(BUILT_IN.keySet());
      all().forEach(t -> t.rows().forEach(row -> known.add(row.setting().benchmark())));
      throw new UserError(
          "there is no published table and no published number for \"" + name + "\"",
          Suggest.near(name, known.stream().distinct().toList()),
          "");
    }
    return found;
  }

  /** Reads a table of the user's own, a JSON object in the format of the built-in ones. */
  public static PublishedTable read(Path file) {
    List<Row> rows = JsonLines.readAll(file);
    if (rows.size() != 1) {
      throw new UserError(file + " holds " + rows.size() + " JSON objects, a table is one");
    }
    return table(rows.get(0));
  }

  private static List<PublishedTable> ofBenchmark(Predicate<String> benchmark) {
    return all().stream()
        .map(
            t ->
                new PublishedTable(
                    t.id(),
                    t.title(),
                    t.source(),
                    t.version(),
                    t.protocol(),
                    t.rows().stream()
                        .filter(row -> benchmark.test(row.setting().benchmark()))
                        .toList()))
        .filter(t -> !t.rows().isEmpty())
        .toList();
  }

  private static Map<String, PublishedTable> load() {
    Map<String, PublishedTable> byId = new LinkedHashMap<>();
    for (String id : DatasetCatalog.resource("index.json").texts("published")) {
      byId.put(id, table(DatasetCatalog.resource("published/" + id + ".json")));
    }
    return byId;
  }

  private static PublishedTable table(Row json) {
    List<PublishedRow> rows = new ArrayList<>();
    json.element("rows")
        .getAsJsonArray()
        .forEach(row -> rows.add(row(new Row(json.place(), row.getAsJsonObject()))));
    return new PublishedTable(
        json.text("id"),
        json.text("title"),
        json.text("source"),
        json.text("version"),
        json.text("protocol"),
        rows);
  }

  private static PublishedRow row(Row row) {
    EvaluationSetting setting =
        new EvaluationSetting(
            row.text("benchmark"),
            known(row, "items"),
            row.text("metric"),
            known(row, "samples"),
            known(row, "temperature"),
            known(row, "prompt"),
            known(row, "grader"),
            known(row, "model"));
    return new PublishedRow(
        row.text("method"),
        setting,
        row.element("value").getAsDouble(),
        row.findText("printed").orElseGet(() -> row.text("value")),
        row.text("unit"),
        mark(row),
        row.findText("table").orElse(""),
        row.findText("note").orElse(""));
  }

  private static Mark mark(Row row) {
    String written = row.text("mark");
    for (Mark mark : Mark.values()) {
      if (mark.name().equals(written)) {
        return mark;
      }
    }
    throw new UserError(row.place() + " has the mark \"" + written + "\"", "", "Known: S, P, I, M");
  }

  private static String known(Row row, String name) {
    return row.findText(name).orElse(EvaluationSetting.UNKNOWN);
  }
}
