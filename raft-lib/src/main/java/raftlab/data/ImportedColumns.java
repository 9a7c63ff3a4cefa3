package raftlab.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the columns of a public row that a prompt keeps, under the names the lab uses. */
final class ImportedColumns {

  private static final List<String> IDS =
      List.of("idx", "id", "unique_id", "question_id", "problem_id", "uid");
  private static final String HASH_MARK = "####";

  private ImportedColumns() {}

  /** Returns a row's own id, or one made from its number. */
  static String id(Row row) {
    for (String name : IDS) {
      Optional<String> id = row.findText(name).filter(text -> !text.isBlank());
      if (id.isPresent()) {
        return id.get();
      }
    }
    return "row-" + row.place().number();
  }

  /** Returns level, subject and problem, where the row has them. */
  static Map<String, String> common(Row row, String problem) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("problem", problem);
    row.findText("level").ifPresent(level -> columns.put("level", level(level)));
    for (String name : List.of("subject", "category", "type")) {
      if (!columns.containsKey("subject")) {
        row.findText(name).ifPresent(subject -> columns.put("subject", subject));
      }
    }
    return columns;
  }

  /** Returns {@code 3} for {@code Level 3} and for {@code 3.0}. */
  static String level(String written) {
    String level = written.strip();
    level = level.startsWith("Level ") ? level.substring("Level ".length()) : level;
    return level.endsWith(".0") ? level.substring(0, level.length() - 2) : level;
  }

  /** Returns what follows the last {@code ####}, or the text itself if it has no such mark. */
  static String afterHashes(String answer) {
    int mark = answer.lastIndexOf(HASH_MARK);
    return mark < 0 ? answer : answer.substring(mark + HASH_MARK.length()).strip();
  }
}
