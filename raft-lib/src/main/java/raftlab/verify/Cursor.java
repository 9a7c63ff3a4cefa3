package raftlab.verify;

import java.util.regex.Pattern;

/**
 * A place in a normalised answer or in a group of it, with the looks ahead that the parser needs.
 */
final class Cursor {

  private final String text;
  private final Braces braces;
  private final int start;
  private final int end;
  int at;

  Cursor(String text) {
    this(text, new Braces(text), 0, text.length());
  }

  private Cursor(String text, Braces braces, int start, int end) {
    this.text = text;
    this.braces = braces;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  /** Returns whether something stands before this place. */
  boolean started() {
    return at > start;
  }

  boolean done() {
    skip();
    return at >= end;
  }

  char peek() {
    skip();
    return at < end ? text.charAt(at) : '\0';
  }

  char charAt(int offset) {
    return at + offset < end ? text.charAt(at + offset) : '\0';
  }

  void skip() {
    while (at < end && text.charAt(at) == ' ') {
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

  /**
   * Returns whether brackets and an equals sign follow a capital letter: {@code P(X=2)=}, {@code
   * W(x)=}.
   */
  boolean definition(String name) {
    boolean capital = name.length() == 1 && Character.isUpperCase(name.charAt(0));
    boolean ofOneLetter =
        name.length() == 1
            && Character.isLetter(charAt(1))
            && charAt(1) != name.charAt(0)
            && charAt(2) == ')';
    if (!(capital || ofOneLetter) || charAt(0) != '(') {
      return false;
    }
    int depth = 0;
    int last = at;
    do {
      char c = text.charAt(last++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    } while (depth > 0 && last < end);
    return depth == 0 && last < end && text.charAt(last) == '=';
  }

  /** Returns whether a pattern stands here, a space after a digit before it. */
  boolean standsApart(Pattern pattern) {
    boolean apart = at - 2 >= start && text.charAt(at - 1) == ' ' && digit(at - 2);
    return apart && pattern.matcher(text).region(at, end).lookingAt();
  }

  /** Returns whether one character stands between a closing and an opening bracket. */
  boolean betweenBrackets() {
    return at > start && ")]".indexOf(text.charAt(at - 1)) >= 0 && "([".indexOf(charAt(1)) >= 0;
  }

  /** Takes a word that runs into a name with a capital letter, as in {@code 1orW(x)}. */
  boolean takeBeforeCapital(String word) {
    skip();
    int after = at + word.length();
    boolean found =
        after < end && text.startsWith(word, at) && Character.isUpperCase(text.charAt(after));
    at = found ? after : at;
    return found;
  }

  boolean sees(String token) {
    skip();
    int after = at + token.length();
    if (after > end || !text.startsWith(token, at)) {
      return false;
    }
    char last = token.charAt(token.length() - 1);
    return !Character.isLetter(last) || after >= end || !Character.isLetter(text.charAt(after));
  }

  /** Returns the run of letters here without taking it. */
  String letters() {
    skip();
    int last = at;
    while (last < end && Character.isLetter(text.charAt(last))) {
      last++;
    }
    return text.substring(at, last);
  }

  /** Returns the name of the macro here without taking it, or an empty string. */
  String macro() {
    skip();
    if (at >= end || text.charAt(at) != '\\') {
      return "";
    }
    int last = at + 1;
    while (last < end && Character.isLetter(text.charAt(last))) {
      last++;
    }
    return text.substring(at + 1, last);
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
    Cursor inside = inside();
    return text.substring(inside.at, inside.end);
  }

  /** Takes a brace group and returns a cursor over what is in it; fails if it does not close. */
  Cursor inside() {
    int close = peek() == '{' ? braces.end(at) : -1;
    if (close < 0 || close >= end) {
      throw new Unparsable();
    }
    Cursor inside = new Cursor(text, braces, at + 1, close);
    at = close + 1;
    return inside;
  }

  /** Takes the text up to a mark and the mark; fails if it is not there. */
  String before(String mark) {
    int found = text.indexOf(mark, at);
    if (found < 0 || found + mark.length() > end) {
      throw new Unparsable();
    }
    String content = text.substring(at, found);
    at = found + mark.length();
    return content;
  }

  /** Takes digits with at most one point. */
  String number() {
    int start = at;
    boolean point = false;
    while (at < end
        && (digit(at) || (!point && text.charAt(at) == '.' && digit(at + 1)) || trailing(point))) {
      point |= text.charAt(at) == '.';
      at++;
    }
    return text.substring(start, at);
  }

  private boolean trailing(boolean point) {
    return !point && text.charAt(at) == '.' && at > start && digit(at - 1) && charAt(1) != '.';
  }

  private boolean digit(int i) {
    return i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  /** The text is not of the grammar; caught by {@link Parser#parse}. */
  static final class Unparsable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unparsable() {
      super("unparsable", null, false, false);
    }
  }
}
