package raftlab.verify;

/** Finds the end of a response's reasoning. */
final class Reasoning {

  private static final String[] TAGS = {"think", "thinking", "thought", "reasoning"};

  private Reasoning() {}

  /**
   * Returns the offset after the last closing tag, the length of the response if a tag was opened
   * and never closed, and 0 if there is none.
   */
  static int end(String response) {
    int end = 0;
    boolean open = false;
    for (String tag : TAGS) {
      String closing = "</" + tag + ">";
      int last = response.lastIndexOf(closing);
      if (last >= 0) {
        end = Math.max(end, last + closing.length());
      }
    }
    for (String tag : TAGS) {
      open |= response.indexOf("<" + tag + ">", end) >= 0;
    }
    return open ? response.length() : end;
  }
}
