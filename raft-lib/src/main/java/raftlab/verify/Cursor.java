package raftlab.verify;

/** A place in a normalised answer, with the looks ahead that the parser needs. */
final class Cursor {

  private final String text;
  int at;

  Cursor(String text) {
    this.text = text;
  }

  boolean done() {
    skip();
    return at >= text.length();
  }

  char peek() {
    skip();
    return at < text.length() ? text.charAt(at) : '\0';
  }

  char charAt(int offset) {
    return at + offset < text.length() ? text.charAt(at + offset) : '\0';
  }

  void skip() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /** Takes a sign or macro if it stands here whole. */
  boolean take(String token) {
    if (!sees(token)) {
      return false;
    }
    at += token.length();
    return true;
  }

  boolean sees(String token) {
    skip();
    if (!text.startsWith(token, at)) {
      return false;
    }
    char last = token.charAt(token.length() - 1);
    int end = at + token.length();
    return !Character.isLetter(last)
        || end >= text.length()
        || !Character.isLetter(text.charAt(end));
  }

  /** Returns the run of letters here without taking it. */
  String letters() {
    skip();
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  /** Returns the name of the macro here without taking it, or an empty string. */
  String macro() {
    skip();
    int end = at + 1;
    if (at >= text.length() || text.charAt(at) != '\\') {
      return "";
    }
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(at + 1, end);
  }

  /** Takes one character; fails at the end. */
  char next() {
    char c = peek();
    if (c == '\0') {
      throw new Unparsable();
    }
    at++;
    return c;
  }

  /** Takes a brace group and returns what is in it; fails if it does not close. */
  String group() {
    int close = peek() == '{' ? Braces.end(text, at) : -1;
    if (close < 0) {
      throw new Unparsable();
    }
    String inner = text.substring(at + 1, close);
    at = close + 1;
    return inner;
  }

  /** Takes digits with at most one point. */
  String number() {
    int start = at;
    boolean point = false;
    while (at < text.length()
        && (digit(at) || (!point && text.charAt(at) == '.' && digit(at + 1)) || trailing(point))) {
      point |= text.charAt(at) == '.';
      at++;
    }
    return text.substring(start, at);
  }

  private boolean trailing(boolean point) {
    return !point && text.charAt(at) == '.' && at > 0 && digit(at - 1) && charAt(1) != '.';
  }

  private boolean digit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  /** The text is not of the grammar; caught by {@link Parser#parse}. */
  static final class Unparsable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unparsable() {
      super("unparsable", null, false, false);
    }
  }
}
