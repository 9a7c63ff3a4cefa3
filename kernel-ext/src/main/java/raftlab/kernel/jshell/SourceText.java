package raftlab.kernel.jshell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/** The text of a cell, to say where in it an error is. */
final class SourceText {

  private final String text;

  SourceText(String text) {
    this.text = text;
  }

  /** Returns the compiler's messages, each with its line and a caret. */
  String diagnostics(List<Diag> diagnostics, int offset) {
    String all =
        diagnostics.stream()
            .filter(Diag::isError)
            .map(diag -> diagnostic(diag, offset))
            .collect(Collectors.joining("\n"));
    return all + hint(offset);
  }

  /** Returns what an incomplete cell needs. */
  String incomplete(String rest) {
    int start = text.length() - rest.length();
    int begin = start + rest.length() - rest.stripLeading().length();
    return "the cell ends in the middle of what begins at " + place(begin) + hint(begin);
  }

  private String diagnostic(Diag diag, int offset) {
    int position = Math.min(text.length(), offset + (int) Math.max(0, diag.getPosition()));
    return place(position) + "\n" + message(diag);
  }

  private static String message(Diag diag) {
    return diag.getMessage(Locale.ROOT).strip().replaceAll("\\R", "\n");
  }

  private String place(int position) {
    int begin = text.lastIndexOf('\n', position - 1) + 1;
    int end = text.indexOf('\n', position);
    String line = text.substring(begin, end < 0 ? text.length() : end);
    long number = text.substring(0, begin).chars().filter(c -> c == '\n').count() + 1;
    String shown = line.replace('\t', ' ');
    return "line " + number + ":\n  " + shown + "\n  " + " ".repeat(position - begin) + "^";
  }

  private String hint(int offset) {
    String rest = text.substring(offset).stripLeading();
    if (rest.startsWith("#")) {
      return "\nIn Java a comment starts with //, not with #.";
    }
    if (rest.startsWith("%") || rest.startsWith("!")) {
      return "\nThe only magic here is %raft; anything else is Java.";
    }
    return "";
  }
}
