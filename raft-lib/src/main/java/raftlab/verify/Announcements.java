package raftlab.verify;

/**
 * The places after "the answer is", "Answer:" and their like, from the last one backwards. The text
 * is passed over once, however often the words stand in it.
 */
final class Announcements {

  /** How often the word is looked at; no writer says it so often after the announcement. */
  private static final int MOST = 4_096;

  private static final String SMALL = "nswer";
  private static final String[] VERBS = {"is", "are", "will be", "would be", "must be", "IS"};
  private static final String LARGE = "NSWER";

  private final String text;
  private final int from;
  private final int to;
  private int small;
  private int large;
  private int content = -1;
  private int seen;

  Announcements(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.small = Markers.last(SMALL, text, from, to);
    this.large = Markers.last(LARGE, text, from, to);
  }

  /** Moves to the announcement before; returns false if there is none. */
  boolean next() {
    while ((small > from || large > from) && seen++ < MOST) {
      int place = Math.max(small, large);
      if (place == small) {
        small = text.lastIndexOf(SMALL, place - 1);
      } else {
        large = text.lastIndexOf(LARGE, place - 1);
      }
      char initial = text.charAt(place - 1);
      content = initial == 'a' || initial == 'A' ? announced(place + SMALL.length()) : -1;
      if (content >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns where the announced answer begins. */
  int content() {
    return content;
  }

  private int announced(int after) {
    int i = Phrase.skipDecoration(text, after, to);
    if (i < to && (text.charAt(i) == 's' || text.charAt(i) == 'S')) {
      i = Phrase.skipDecoration(text, i + 1, to);
    }
    int verb = Phrase.word(text, i, to, VERBS);
    if (verb > i) {
      int colon = Markers.colon(text, verb, to);
      return colon > 0 ? colon : verb;
    }
    if (i < to && (text.charAt(i) == '=' || text.charAt(i) == ':' || text.charAt(i) == '：')) {
      return i + 1;
    }
    return -1;
  }
}
