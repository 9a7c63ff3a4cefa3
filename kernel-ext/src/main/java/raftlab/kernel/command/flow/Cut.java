package raftlab.kernel.command.flow;

/** Long texts cut down to a cell of a table. */
final class Cut {

  private static final int LONGEST = 160;

  private Cut() {}

  /** Returns the beginning on one line. */
  static String head(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }

  /** Returns the end on one line, where the answer stands. */
  static String tail(String text) {
    String line = text.strip().replace('\n', ' ');
    return line.length() <= LONGEST ? line : "... " + line.substring(line.length() - LONGEST);
  }
}
