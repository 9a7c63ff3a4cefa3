package raftlab.infer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import raftlab.core.UserError;
import raftlab.data.JsonLines;
import raftlab.data.Row;

/** The rows of an input file and which of their fields hold the text. */
final class InputRows {

  private static final List<String> PROMPTS = List.of("prompt", "problem", "question");

  private InputRows() {}

  static List<Row> read(Path file) {
    List<Row> rows = JsonLines.readAll(file);
    if (rows.isEmpty()) {
      throw new UserError(file + " has no rows", "", "Give a file with one JSON object per line");
    }
    return rows;
  }

  /** Returns the prompt's field: the one asked for, else the first usual one of the first row. */
  static String promptField(List<Row> rows, String asked) {
    if (asked != null) {
      return asked;
    }
    Row first = rows.get(0);
    return PROMPTS.stream()
        .filter(first::has)
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    first.place() + " has no prompt",
                    "looked for " + String.join(", ", PROMPTS) + "; columns: " + columns(first),
                    "Name the column: --prompt FIELD"));
  }

  /**
   * Returns a key per row, which decides its random draws: its {@code id} if every row has one of
   * its own, else its place in the file.
   */
  static List<String> keys(List<Row> rows) {
    Set<String> seen = new HashSet<>();
    boolean named = rows.stream().allMatch(row -> row.findText("id").filter(seen::add).isPresent());
    List<String> keys = new ArrayList<>();
    for (Row row : rows) {
      keys.add(named ? row.text("id") : "row-" + (keys.size() + 1));
    }
    return keys;
  }

  private static String columns(Row row) {
    return String.join(", ", row.json().keySet());
  }
}
