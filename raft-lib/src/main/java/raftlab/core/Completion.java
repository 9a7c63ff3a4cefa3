package raftlab.core;

import java.util.Map;
import java.util.Optional;

/**
 * One output of a policy for one prompt.
 *
 * @param sampleIndex its place among the K completions of its prompt, from 0
 * @param text the decoded text without special tokens
 * @param trace its tokens and their log-probabilities; {@link TokenTrace#NONE} if it was imported
 *     as text
 * @param finish why it ended
 * @param columns what the file it was imported from says of it, such as {@link #GRADE} and {@link
 *     #SCORE}; empty if it was sampled here
 */
public record Completion(
    int sampleIndex,
    String text,
    TokenTrace trace,
    FinishReason finish,
    Map<String, String> columns) {

  /** The column with the answer that the file's authors read from the completion. */
  public static final String EXTRACTED = "extracted";

  /** The column with the authors' verdict, {@code true} or {@code false}; not the truth. */
  public static final String GRADE = "grade";

  /** The column with a reward model's score, a number. */
  public static final String SCORE = "score";

  public Completion {
    Checks.atLeast(sampleIndex, 0, "sample index");
    Checks.notNull(text, "completion text");
    Checks.notNull(trace, "trace");
    Checks.notNull(finish, "finish reason");
    columns = columns == null ? Map.of() : Map.copyOf(columns);
  }

  /** A completion without columns. */
  public Completion(int sampleIndex, String text, TokenTrace trace, FinishReason finish) {
    this(sampleIndex, text, trace, finish, Map.of());
  }

  /** Makes a completion read from a file: text and columns only, its end unknown. */
  public static Completion imported(int sampleIndex, String text, Map<String, String> columns) {
    return new Completion(sampleIndex, text, TokenTrace.NONE, FinishReason.UNKNOWN, columns);
  }

  /** Makes a completion read from a file that says nothing of it. */
  public static Completion imported(int sampleIndex, String text) {
    return imported(sampleIndex, text, Map.of());
  }

  /** Returns a column's value, or empty if the file had none for this completion. */
  public Optional<String> find(String column) {
    return Optional.ofNullable(columns.get(column));
  }

  /** Returns this completion at another place among the K of its prompt. */
  public Completion at(int index) {
    return new Completion(index, text, trace, finish, columns);
  }

  /** Returns whether the completion was cut off before its end token. */
  public boolean truncated() {
    return finish == FinishReason.LENGTH;
  }

  /** Returns its length in tokens, or in characters if it was imported without tokens. */
  public int length() {
    return trace.size() > 0 ? trace.size() : text.length();
  }
}
