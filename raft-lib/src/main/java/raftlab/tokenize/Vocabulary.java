package raftlab.tokenize;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The tokens of a {@code tokenizer.json} by id and by text, with which of them are special. */
final class Vocabulary {

  private final NavigableMap<Integer, String> special = new TreeMap<>();
  private final Map<String, Integer> idOf = new HashMap<>();
  private String[] tokens = new String[0];

  /** Builds from tokens by text; later ones (the added tokens) replace earlier ones of their id. */
  Vocabulary(
      Map<String, Integer> vocabulary, Map<String, Integer> added, Map<Integer, String> special) {
    this.special.putAll(special);
    idOf.putAll(vocabulary);
    idOf.putAll(added);
    int last = idOf.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
    tokens = new String[last + 1];
    vocabulary.forEach((token, id) -> tokens[id] = token);
    added.forEach((token, id) -> tokens[id] = token);
  }

  int size() {
    return tokens.length;
  }

  String text(int id) {
    return tokens[id] == null ? "" : tokens[id];
  }

  Optional<Integer> find(String token) {
    return Optional.ofNullable(idOf.get(token));
  }

  /** Returns the special tokens by rising id. */
  NavigableMap<Integer, String> special() {
    return special;
  }
}
