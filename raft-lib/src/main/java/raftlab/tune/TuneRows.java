package raftlab.tune;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import raftlab.core.Counted;
import raftlab.core.UserError;
import raftlab.data.JsonLines;
import raftlab.data.Row;
import raftlab.tokenize.Tokenizer;
import raftlab.train.TrainingExample;

/**
 * The examples of a file. A row has {@code prompt} and {@code completion}, or {@code text}, or
 * {@code messages} (the last one is learnt, see {@link Conversation}). Prompt and completion are
 * encoded apart, as a completion is sampled after its prompt; a text begins with the special tokens
 * the model expects, and its first token, which nothing precedes, carries no loss.
 *
 * @param examples in the order of the file
 * @param cut how many were cut to the longest length
 * @param dropped how many had nothing left to learn
 */
public record TuneRows(List<TrainingExample> examples, int cut, int dropped) {

  /** Reads a file for a model; {@code context} is the most tokens it reads. */
  static TuneRows read(
      Path file, Tokenizer tokenizer, Path tokenizerFolder, TextSettings text, int context) {
    int longest = text.maxLength() == 0 ? context : Math.min(context, text.maxLength());
    Conversation conversation = new Conversation(tokenizer, tokenizerFolder);
    List<TrainingExample> examples = new ArrayList<>();
    int cut = 0;
    int dropped = 0;
    for (Row row : JsonLines.readAll(file)) {
      TokenPair pair = pair(row, tokenizer, conversation);
      int[] tokens = text.endToken() ? ended(pair.whole(), tokenizer) : pair.whole();
      int given = text.lossOnAll() ? 1 : Math.max(1, pair.prompt().length);
      cut += tokens.length > longest ? 1 : 0;
      int[] kept = tokens.length > longest ? Arrays.copyOf(tokens, longest) : tokens;
      if (kept.length > given) {
        examples.add(new TrainingExample(kept, given));
      } else {
        dropped++;
      }
    }
    if (examples.isEmpty()) {
      throw new UserError(
          file + " has nothing to learn from",
          dropped == 0 ? "it has no rows" : Counted.of(dropped, "row") + " had no token to learn",
          "Give rows with prompt and completion, text, or messages");
    }
    return new TuneRows(List.copyOf(examples), cut, dropped);
  }

  private static TokenPair pair(Row row, Tokenizer tokenizer, Conversation conversation) {
    if (row.has("messages")) {
      return conversation.pair(row);
    }
    if (row.has("prompt") && row.has("completion")) {
      return new TokenPair(
          tokenizer.encodePrompt(row.text("prompt")), tokenizer.encode(row.text("completion")));
    }
    if (row.has("text")) {
      return new TokenPair(new int[0], tokenizer.encodePrompt(row.text("text")));
    }
    throw new UserError(
        row.place() + " has nothing to learn",
        "columns: " + String.join(", ", row.json().keySet()),
        "Give prompt and completion, text, or messages");
  }

  private static int[] ended(int[] tokens, Tokenizer tokenizer) {
    int[] ends = tokenizer.endIds();
    int last = tokens.length == 0 ? -1 : tokens[tokens.length - 1];
    if (IntStream.of(ends).anyMatch(end -> end == last)) {
      return tokens;
    }
    int[] ended = Arrays.copyOf(tokens, tokens.length + 1);
    ended[tokens.length] = tokenizer.endId();
    return ended;
  }

  /** Returns the tokens of all examples together. */
  public long tokens() {
    return examples.stream().mapToLong(each -> each.tokens().length).sum();
  }

  /** Returns the tokens that carry a loss. */
  public long lossTokens() {
    return examples.stream().mapToLong(TrainingExample::lossTokens).sum();
  }
}
