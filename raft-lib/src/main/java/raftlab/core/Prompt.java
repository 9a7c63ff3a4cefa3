package raftlab.core;

import java.util.Map;
import java.util.Optional;

/**
 * One question put to a policy.
 *
 * @param id stable identity inside its set; groups, seeds and joins are keyed by it, never by the
 *     text
 * @param text what the policy reads, already rendered by its prompt template
 * @param columns every column of the row the prompt came from, such as {@code answer}, {@code
 *     level}, {@code subject}
 */
public record Prompt(String id, String text, Map<String, String> columns) {

  /** The column that holds the reference answer. */
  public static final String ANSWER = "answer";

  public Prompt {
    Checks.notBlank(id, "prompt id");
    Checks.notNull(text, "prompt text");
    columns = Map.copyOf(columns);
  }

  /** Returns a column's value, or empty if the row has no such column. */
  public Optional<String> find(String column) {
    return Optional.ofNullable(columns.get(column));
  }

  /** Returns a column's value; a {@link UserError} names the columns there are. */
  public String column(String column) {
    return find(column)
        .orElseThrow(
            () ->
                new UserError(
                    "prompt " + id + " has no column \"" + column + "\"",
                    "columns: " + String.join(", ", columns.keySet().stream().sorted().toList()),
                    Suggest.near(column, columns.keySet())));
  }

  /** Returns the reference answer. */
  public String answer() {
    return column(ANSWER);
  }
}
