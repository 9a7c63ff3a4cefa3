package raftlab.tokenize;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Text to token ids and back. Implementations are immutable and thread-safe; ids run from 0 to
 * {@link #size()} - 1.
 */
public interface Tokenizer {

  /** Encodes a text; a lone surrogate counts as U+FFFD. */
  int[] encode(String text);

  /** Decodes ids; special tokens are skipped, bytes that are not UTF-8 become U+FFFD. */
  String decode(int[] ids);

  /** Returns a token as its vocabulary writes it, such as {@code Ġthe}; empty for an unused id. */
  String tokenText(int id);

  /** Returns the number of ids, special tokens included. */
  int size();

  /** Returns the id of a token as its vocabulary writes it. */
  Optional<Integer> idOf(String token);

  /** Returns a copy of the ids that end a completion, in the order of their file. */
  int[] endIds();

  /** Returns the id that fills rows; never one of {@link #endIds()}, and always masked. */
  int padId();

  /** Writes the tokenizer's files into a model folder, so that {@link HfTokenizer} loads them. */
  void save(Path folder);
}
