package raftlab.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.UserError;

/**
 * Prompts from a file of one's own: JSON lines, a JSON array, or CSV whose first line names the
 * columns. Every column is kept with the prompt; nothing is half loaded.
 *
 * @param prompt the column of the problem, empty to find it
 * @param answer the column of the reference answer, empty to find it, {@code -} if there is none
 */
public record PromptFile(Optional<String> prompt, Optional<String> answer) {

  /** The answer column of prompts without reference answers. */
  public static final String NO_ANSWER = "-";

  private static final List<String> PROMPTS =
      List.of("problem", "question", "prompt", "query", "instruction", "input");
  private static final List<String> ANSWERS =
      List.of("answer", "gold", "ground_truth", "final_answer", "reference_answer", "target");

  /** Columns that may hold the answer, but not surely enough to be taken unasked. */
  private static final List<String> LIKELY_ANSWERS =
      List.of("solution", "output", "response", "label", "expected", "result");

  /** Returns whether a name is that of a file rather than of a data set. */
  public static boolean isFile(String name) {
    return name.matches("(?i).*\\.(jsonl|json|csv|zip|parquet)") || name.contains("/");
  }

  /** Reads the rows of a file of either kind. */
  public static List<Row> rows(Path file) {
    String name = file.toString();
    if (name.endsWith(".parquet")) {
      throw new UserError(
          file + " is Parquet, which is not read here",
          "",
          "Convert it first, such as with DuckDB: COPY (FROM '" + file + "') TO 'prompts.jsonl'");
    }
    return name.endsWith(".csv") ? CsvRows.readAll(file) : JsonLines.readAll(file);
  }

  /**
   * Reads a file.
   *
   * @throws UserError if it cannot be read or a row lacks a column; it names file and line
   */
  public PromptSet read(Path file, PromptTemplate template) {
    List<Prompt> prompts = new ArrayList<>();
    for (Row row : rows(file)) {
      Map<String, String> columns = new LinkedHashMap<>(row.columns());
      columns.putAll(ImportedColumns.common(row, row.text(column(row, prompt, PROMPTS, "prompt"))));
      if (!answer.equals(Optional.of(NO_ANSWER))) {
        String gold = row.text(column(row, answer, ANSWERS, "answer"));
        columns.put(Prompt.ANSWER, ImportedColumns.afterHashes(gold));
      }
      prompts.add(new Prompt(ImportedColumns.id(row), template.render(columns), columns));
    }
    if (prompts.isEmpty()) {
      throw new UserError(file + " has no rows", "", "Give a file with at least one prompt");
    }
    String name = String.valueOf(file.getFileName());
    return new PromptSet(name, name, ContentHash.of(prompts), template.id(), prompts);
  }

  /** Returns a column of the row that may be what is missing, or the word for any. */
  private static String likely(Row row, String option) {
    return (option.equals("answer") ? LIKELY_ANSWERS : List.<String>of())
        .stream().filter(row::has).findFirst().orElse("COLUMN");
  }

  private static String column(Row row, Optional<String> named, List<String> known, String option) {
    if (named.isPresent()) {
      return named.get();
    }
    return known.stream()
        .filter(row::has)
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    row.place() + " has no column \"" + known.get(0) + "\"",
                    "columns: " + String.join(", ", row.json().keySet()),
                    "Use --" + option + " " + likely(row, option)));
  }
}
