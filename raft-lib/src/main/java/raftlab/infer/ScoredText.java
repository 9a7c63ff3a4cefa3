package raftlab.infer;

import java.util.Arrays;
import java.util.stream.IntStream;
import raftlab.core.Checks;
import raftlab.core.UserError;
import raftlab.data.Row;
import raftlab.tokenize.Tokenizer;
import raftlab.train.TrainingExample;

/**
 * A row as tokens of which the first {@code given} are given and the others scored, perhaps none. A
 * text begins with the special tokens that transformers' {@code tokenizer(text)} adds; its first
 * token has nothing before it and is not scored.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScoredText(int[] tokens, int given) {

  static ScoredText of(Row row, Tokenizer tokenizer, boolean joint) {
    if (row.has("prompt") && row.has("completion")) {
      int[] prompt = tokenizer.encodePrompt(row.text("prompt"));
      Checks.user(
          prompt.length > 0,
          row.place() + " has an empty prompt, and the tokenizer adds no begin token",
          "nothing precedes the completion's first token",
          "Give it as text: its first token is then left unscored");
      String completion = row.text("completion");
      int[] whole =
          joint
              ? tokenizer.encodePrompt(row.text("prompt") + completion)
              : joined(prompt, tokenizer.encode(completion));
      return new ScoredText(whole, Math.min(prompt.length, whole.length));
    }
    if (row.has("text")) {
      int[] tokens = tokenizer.encodePrompt(row.text("text"));
      return new ScoredText(tokens, Math.min(1, tokens.length));
    }
    throw new UserError(
        row.place() + " has nothing to score",
        "columns: " + String.join(", ", row.json().keySet()),
        "Give prompt and completion, or text");
  }

  /** Returns whether there is a token to score. */
  boolean hasScored() {
    return tokens.length > given;
  }

  TrainingExample example() {
    return new TrainingExample(tokens, given);
  }

  int[] givenIds() {
    return Arrays.copyOf(tokens, given);
  }

  int[] scoredIds() {
    return Arrays.copyOfRange(tokens, given, tokens.length);
  }

  private static int[] joined(int[] first, int[] second) {
    return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
  }
}
