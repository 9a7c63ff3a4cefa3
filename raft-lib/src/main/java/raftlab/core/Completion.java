package raftlab.core;

/**
 * One output of a policy for one prompt.
 *
 * @param sampleIndex its place among the K completions of its prompt, from 0
 * @param text the decoded text without special tokens
 * @param trace its tokens and their log-probabilities; {@link TokenTrace#NONE} if it was imported
 *     as text
 * @param finish why it ended
 */
public record Completion(int sampleIndex, String text, TokenTrace trace, FinishReason finish) {

  public Completion {
    Checks.atLeast(sampleIndex, 0, "sample index");
    Checks.notNull(text, "completion text");
    Checks.notNull(trace, "trace");
    Checks.notNull(finish, "finish reason");
  }

  /** Makes a completion read from a file: text only, its end unknown. */
  public static Completion imported(int sampleIndex, String text) {
    return new Completion(sampleIndex, text, TokenTrace.NONE, FinishReason.UNKNOWN);
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
