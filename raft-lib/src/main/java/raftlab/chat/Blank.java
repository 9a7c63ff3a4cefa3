package raftlab.chat;

import java.util.function.IntPredicate;

/** What Python takes for whitespace, and what it strips. */
final class Blank {

  private Blank() {}

  static boolean is(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  static String strip(String text) {
    return strip(text, Blank::is, true, true);
  }

  static String stripLeft(String text) {
    return strip(text, Blank::is, true, false);
  }

  static String stripRight(String text) {
    return strip(text, Blank::is, false, true);
  }

  /** Strips the characters given, or blanks if none are. */
  static String strip(String text, Object characters, boolean left, boolean right) {
    if (characters == None.NONE) {
      return strip(text, Blank::is, left, right);
    }
    String set = Values.onlyText(characters);
    return strip(text, c -> set.indexOf(c) >= 0, left, right);
  }

  private static String strip(String text, IntPredicate stripped, boolean left, boolean right) {
    int start = 0;
    int end = text.length();
    while (left && start < end && stripped.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (right && end > start && stripped.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }
}
