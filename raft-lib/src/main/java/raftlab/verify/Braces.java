package raftlab.verify;

import java.util.Arrays;

/**
 * Matches braces: finds every pair of a text in one pass at the first question, so that many open
 * braces cost no more than one. An escaped brace is not one.
 */
final class Braces {

  private static final int[] NONE = {};

  private final String text;
  private int[] ends;

  Braces(String text) {
    this.text = text;
  }

  /** Returns the place of the brace that closes the one at {@code open}, or -1 if none does. */
  int end(int open) {
    if (ends == null) {
      ends = matched(text);
    }
    return open < ends.length ? ends[open] : -1;
  }

  /**
   * Returns for each place the place of the brace that closes the one there, or -1; nothing for a
   * text in which no brace closes.
   */
  static int[] matched(String text) {
    if (text.indexOf('}') < 0) {
      return NONE;
    }
    int[] ends = new int[text.length()];
    Arrays.fill(ends, -1);
    // An open brace holds the one outside it until it is closed.
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        ends[i] = open;
        open = i;
      } else if (c == '}' && open >= 0) {
        int outer = ends[open];
        ends[open] = i;
        open = outer;
      }
    }
    while (open >= 0) {
      int outer = ends[open];
      ends[open] = -1;
      open = outer;
    }
    return ends;
  }
}
