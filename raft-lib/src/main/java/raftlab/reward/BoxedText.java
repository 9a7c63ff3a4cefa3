package raftlab.reward;

import java.util.Optional;

/** Reads the last balanced {@code \boxed{...}} of a text in one pass from its end. */
final class BoxedText {

  private static final String OPEN = "\\boxed{";

  private BoxedText() {}

  /** Returns the content of the last box whose braces are balanced, stripped; empty if none. */
  static Optional<String> last(String text) {
    int start = text.lastIndexOf(OPEN);
    int end = text.length();
    while (start >= 0) {
      int from = start + OPEN.length();
      int close = closingBrace(text, from, end);
      if (close >= 0) {
        return Optional.of(text.substring(from, close).strip());
      }
      // An unclosed box hides nothing after it, so the search ends where it began: linear overall.
      end = start;
      start = text.lastIndexOf(OPEN, start - 1);
    }
    return Optional.empty();
  }

  private static int closingBrace(String text, int from, int end) {
    int depth = 1;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
