package raftlab.tokenize;

import java.nio.file.Path;
import java.util.Optional;
import raftlab.core.Checks;

/**
 * Text to token ids and back. Implementations are immutable and thread-safe; ids run from 0 to
 * {@link #size()} - 1.
 */
public interface Tokenizer {

  /** Encodes a text and adds no special tokens; a lone surrogate counts as U+FFFD. */
  int[] encode(String text);

  /**
   * Encodes a text that begins a sequence, with the special tokens that its model expects around
   * it, such as a begin token: what transformers' {@code tokenizer(text)} returns.
   */
  default int[] encodePrompt(String text) {
    return encode(text);
  }

  /** Decodes ids; special tokens are skipped, bytes that are not UTF-8 become U+FFFD. */
  String decode(int[] ids);

  /** Returns a token as its vocabulary writes it, such as {@code Ġthe}; empty for an unused id. */
  String tokenText(int id);

  /** Returns the number of ids, special tokens included. */
  int size();

  /** Returns the id of a token as its vocabulary writes it. */
  Optional<Integer> idOf(String token);

  /**
   * Returns a copy of the ids that end a completion, in the order of their file; empty if the files
   * name none.
   */
  int[] endIds();

  /**
   * Returns the id that ends a text to learn from, the first of {@link #endIds()}.
   *
   * @throws raftlab.core.UserError if there is none
   */
  default int endId() {
    int[] ends = endIds();
    Checks.user(
        ends.length > 0,
        "the model folder names no end token, so that completions cannot learn to end",
        "looked for eos_token_id in generation_config.json and config.json, eos_token in"
            + " tokenizer_config.json",
        "Add one of them");
    return ends[0];
  }

  /** Returns the id that fills rows; never one of {@link #endIds()}, and always masked. */
  int padId();

  /** Writes the tokenizer's files into a model folder, so that {@link HfTokenizer} loads them. */
  void save(Path folder);
}
