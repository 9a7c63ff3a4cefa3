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
    String comment = comment(offset);
    if (!comment.isEmpty()) {
      return comment;
    }
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
    String comment = comment(begin);
    return comment.isEmpty()
        ? "the cell ends in the middle of what begins at " + place(begin) + hint(begin)
        : comment;
  }

  /** Says the one thing that is wrong with a comment as in Python or on a shell. */
  private String comment(int offset) {
    int begin = Math.max(0, Math.min(offset, text.length()));
    String rest = text.substring(begin).stripLeading();
    if (!rest.startsWith("#")) {
      return "";
    }
    int line = line(text.length() - rest.length());
    return "raft: line " + line + ": in Java a comment starts with //, not with #.";
  }

  private int line(int position) {
    return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
  }

  private String diagnostic(Diag diag, int offset) {
    int reported = offset + (int) Math.max(0, diag.getPosition());
    return place(Math.max(0, Math.min(text.length(), reported))) + "\n" + message(diag);
  }

  private static String message(Diag diag) {
    return diag.getMessage(Locale.ROOT).strip().replaceAll("\\R", "\n");
  }

  private String place(int position) {
    int begin = text.lastIndexOf('\n', position - 1) + 1;
    int end = text.indexOf('\n', position);
    String line = text.substring(begin, end < 0 ? text.length() : end);
    String shown = line.replace('\t', ' ');
    return "line " + line(begin) + ":\n  " + shown + "\n  " + " ".repeat(position - begin) + "^";
  }

  private String hint(int offset) {
    String rest = text.substring(Math.max(0, offset)).stripLeading();
    if (rest.startsWith("%") || rest.startsWith("!")) {
      return "\nThe only magic here is %raft; anything else is Java.";
    }
    return "";
  }
}
