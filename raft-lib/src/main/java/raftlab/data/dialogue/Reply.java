package raftlab.data.dialogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A reply read sentence by sentence.
 *
 * @param kinds what each sentence does, in order; a repeated one is strange
 */
public record Reply(List<SentenceKind> kinds) {

  private static final String END = "(?<=[.?])\\s+";

  public Reply {
    kinds = List.copyOf(kinds);
  }

  static Reply read(Topic topic, String text) {
    String body = text.strip();
    List<SentenceKind> kinds = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (String sentence : body.isEmpty() ? new String[0] : body.split(END)) {
      SentenceKind kind = Sentences.of(topic).kind(sentence);
      kinds.add(said.add(sentence) ? kind : SentenceKind.STRANGE);
    }
    return new Reply(kinds);
  }

  /** Returns whether a sentence of a kind is in it. */
  public boolean has(SentenceKind kind) {
    return kinds.contains(kind);
  }
}
