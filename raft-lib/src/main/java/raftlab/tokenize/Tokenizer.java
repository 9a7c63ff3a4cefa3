package raftlab.tokenize;

import java.util.Optional;

/** Turns text into token ids and back. Implementations are thread-safe. */
public interface Tokenizer {

  /** Returns the ids of a text, without special tokens added around it. */
  int[] encode(String text);

  /** Returns the text of ids; special tokens are left out. */
  String decode(int[] ids);

  /** Returns the text of one token as it stands in the vocabulary. */
  String tokenText(int id);

  /** Returns the number of tokens. */
  int size();

  /** Returns the id of a token of the vocabulary. */
  Optional<Integer> idOf(String token);

  /** Returns the ids that end a completion; the first is the one to train on. */
  int[] endIds();

  /** Returns the id that fills rows, never one of the end ids. */
  int padId();
}
