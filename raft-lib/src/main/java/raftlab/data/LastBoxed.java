package raftlab.data;

import java.util.Optional;

/** Finds the content of the last balanced {@code \boxed{}} of a reference solution. */
final class LastBoxed {

  private static final String BOX = "\\boxed{";

  private LastBoxed() {}

  static Optional<String> of(String solution) {
    for (int at = solution.lastIndexOf(BOX); at >= 0; at = solution.lastIndexOf(BOX, at - 1)) {
      int start = at + BOX.length();
      int end = closing(solution, start);
      if (end >= 0) {
        return Optional.of(solution.substring(start, end));
      }
    }
    return Optional.empty();
  }

  private static int closing(String text, int start) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
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
