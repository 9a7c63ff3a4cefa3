package raftlab.verify;

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

  private FollowingQuestion() {}

  /** Returns the start of the first such line that has text before it, else {@code to}. */
  static int start(String text, int from, int to) {
    int line = from;
    while (line < to && Character.isWhitespace(text.charAt(line))) {
      line++;
    }
    for (int i = text.indexOf('\n', line); i >= 0 && i + 1 < to; i = text.indexOf('\n', i + 1)) {
      if (startsQuestion(text, i + 1)) {
        return i + 1;
      }
    }
    return to;
  }

  private static boolean startsQuestion(String text, int at) {
    char first = text.charAt(at);
    if (!possible(first, at + 1 < text.length() ? text.charAt(at + 1) : ' ')) {
      return false;
    }
    for (String start : STARTS) {
      if (start.charAt(0) == first && text.startsWith(start, at)) {
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
