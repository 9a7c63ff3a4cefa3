package raftlab.verify;

/** Finds the end of a response's reasoning. */
final class Reasoning {

  private static final String[] TAGS = {"think", "thinking", "thought", "reasoning"};

  private static final String[] OPENINGS = {"<think>", "<thinking>", "<thought>", "<reasoning>"};

  private Reasoning() {}

  /**
   * Returns the offset after the last closing tag, the length of the response if a tag was opened
   * and never closed, and 0 if there is none.
   */
  static int end(String response) {
    int end = 0;
    for (int at = response.lastIndexOf("</");
        at >= 0 && end == 0;
        at = before("</", response, at)) {
      end = tagEnd(response, at + 2);
    }
    for (String opening : OPENINGS) {
      if (response.indexOf(opening, end) >= 0) {
        return response.length();
      }
    }
    return end;
  }

  private static int before(String word, String response, int at) {
    return at == 0 ? -1 : response.lastIndexOf(word, at - 1);
  }

  /** Returns the offset after the tag whose name stands here, or 0 if none of them does. */
  private static int tagEnd(String response, int at) {
    char first = at < response.length() ? response.charAt(at) : ' ';
    if (first != 't' && first != 'r') {
      return 0;
    }
    for (String tag : TAGS) {
      int end = at + tag.length();
      if (response.startsWith(tag, at) && response.startsWith(">", end)) {
        return end + 1;
      }
    }
    return 0;
  }
}
