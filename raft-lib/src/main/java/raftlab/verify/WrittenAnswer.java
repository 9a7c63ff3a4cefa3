package raftlab.verify;

/** An answer as it was written and the place that the {@link Normaliser} has reached in it. */
final class WrittenAnswer {

  private final String text;
  private final boolean oddDollars;
  private final boolean environments;
  private int[] groupEnds;
  private int at;

  WrittenAnswer(String text) {
    this.text = text;
    this.oddDollars = odd(text);
    this.environments = text.contains("\\begin");
  }

  private static boolean odd(String text) {
    boolean odd = false;
    for (int k = text.indexOf('$'); k >= 0; k = text.indexOf('$', k + 1)) {
      odd ^= k == 0 || text.charAt(k - 1) != '\\';
    }
    return odd;
  }

  /** Returns whether one dollar sign has no other to pair with. */
  boolean oddDollars() {
    return oddDollars;
  }

  /** Returns whether a LaTeX environment begins anywhere, in which two backslashes end a row. */
  boolean environments() {
    return environments;
  }

  boolean done() {
    return at >= text.length();
  }

  /** Returns the character here; there must be one. */
  char peek() {
    return text.charAt(at);
  }

  /** Returns the character so far from here, or {@code \0} behind the end. */
  char charAt(int offset) {
    return at + offset < text.length() ? text.charAt(at + offset) : '\0';
  }

  void skip(int length) {
    at += length;
  }

  void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  boolean sees(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** Returns whether a token stands so far from here. */
  boolean sees(String token, int offset) {
    return text.startsWith(token, at + offset);
  }

  /** Takes a character if it stands here. */
  boolean take(char c) {
    boolean found = sees(c);
    at = found ? at + 1 : at;
    return found;
  }

  boolean seesDigit() {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  /** Returns whether exactly three digits stand so far from here. */
  boolean seesThreeDigits(int offset) {
    return Punctuation.threeDigits(text, at + offset);
  }

  /** Returns whether from there on nothing is left but spaces, dots and dollars. */
  boolean onlyMarksFollow(int offset) {
    for (int k = at + offset; k < text.length(); k++) {
      char c = text.charAt(k);
      if (c != '.' && c != '$' && !Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  /** Takes the ASCII letters that stand here, the name of a macro. */
  String takeName() {
    int start = at;
    while (at < text.length() && text.charAt(at) < 128 && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Returns what the brace group here holds without taking it, or null if none closes. */
  String group() {
    int end = sees('{') ? groupEnd() : -1;
    return end < 0 ? null : text.substring(at + 1, end);
  }

  /** Passes over the brace group that begins here, one that does not close to the end. */
  void skipGroup() {
    if (sees('{')) {
      int end = groupEnd();
      at = end < 0 ? text.length() : end + 1;
    }
  }

  /** Most answers hold no group whose end must be known ahead. */
  private int groupEnd() {
    groupEnds = groupEnds == null ? Braces.matched(text) : groupEnds;
    return at < groupEnds.length ? groupEnds[at] : -1;
  }
}
