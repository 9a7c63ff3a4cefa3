package raftlab.verify;

import java.util.Arrays;

/** Finds where a base model that runs on begins the next question of its few-shot pattern. */
final class FollowingQuestion {

  private static final String[] STARTS = {
    "Question:",
    "Question ",
    "Problem:",
    "Problem ",
    "Q:",
    "Human:",
    "User:",
    "Instruction:",
    "### Instruction",
    "### Question",
    "### Problem",
    "## Problem",
    "Exercise:",
    "<|im_start|>",
    "<|im_end|>",
    "<|endoftext|>",
    "<|user|>",
    "</s>",
    "[INST]"
  };

  private static final int SHORT_LINE = 16;

  /** The starts by their first letter. */
  private static final String[][] BY_FIRST = new String[128][];

  static {
    for (String start : STARTS) {
      char first = start.charAt(0);
      BY_FIRST[first] =
          Arrays.stream(STARTS).filter(s -> s.charAt(0) == first).toArray(String[]::new);
    }
  }

  private FollowingQuestion() {}

  /** Returns the start of the first such line that has text before it, else {@code to}. */
  static int start(String text, int from, int to) {
    int line = from;
    while (line < to && Character.isWhitespace(text.charAt(line))) {
      line++;
    }
    for (int i = newline(text, line, to); i >= 0 && i + 1 < to; i = newline(text, i + 1, to)) {
      if (startsQuestion(text, i + 1)) {
        return i + 1;
      }
    }
    return to;
  }

  /** A few characters are looked at one by one: a search pays only where lines are long. */
  private static int newline(String text, int from, int to) {
    int near = Math.min(to, from + SHORT_LINE);
    for (int i = from; i < near; i++) {
      if (text.charAt(i) == '\n') {
        return i;
      }
    }
    return text.indexOf('\n', near);
  }

  private static boolean startsQuestion(String text, int at) {
    char first = text.charAt(at);
    if (first == '#' && text.startsWith("####", at)) {
      return false; // marks an answer
    }
    if (!possible(first, at + 1 < text.length() ? text.charAt(at + 1) : ' ')) {
      return false;
    }
    for (String start : BY_FIRST[first]) {
      if (text.startsWith(start, at)) {
        return !start.endsWith(" ") || numbered(text, at + start.length());
      }
    }
    return false;
  }

  /** Refuses most lines by two letters, since a flood of them may begin with the same one. */
  private static boolean possible(char first, char second) {
    return switch (first) {
      case 'Q' -> second == 'u' || second == ':';
      case 'P' -> second == 'r';
      case 'H' -> second == 'u';
      case 'U' -> second == 's';
      case 'I' -> second == 'n';
      case '#' -> second == '#';
      case 'E' -> second == 'x';
      case '<' -> second == '|' || second == '/';
      case '[' -> second == 'I';
      default -> false;
    };
  }

  /** "Problem 12" begins a question, "Problem solving" does not. */
  private static boolean numbered(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }
}
