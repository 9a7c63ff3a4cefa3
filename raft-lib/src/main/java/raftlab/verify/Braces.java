package raftlab.verify;

/** Matches braces. */
final class Braces {

  private Braces() {}

  /** Returns the place of the brace that closes the one at {@code open}, or -1 if none does. */
  static int end(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }
}
