package raftlab.kernel.jshell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import raftlab.core.Stopped;
import raftlab.core.UserError;

/** What the user reads when a cell fails: as little as helps. */
final class ErrorText {

  private static final String CELL_FRAME = "REPL.$JShell$";
  private static final int FRAMES = 20;
  private static final int CAUSES = 8;

  private ErrorText() {}

  /** Returns the lines; a mistake of the user has no stack. */
  static List<String> of(Throwable error) {
    Throwable thrown =
        error instanceof CellFailure && error.getCause() != null ? error.getCause() : error;
    if (thrown instanceof UserError) {
      return ("raft: " + thrown.getMessage()).lines().toList();
    }
    if (thrown instanceof Stopped) {
      return List.of("raft: " + thrown.getMessage() + ".");
    }
    if (thrown instanceof CancellationException) {
      return List.of("raft: interrupted.");
    }
    if (thrown instanceof CellFailure) {
      return thrown.getMessage().lines().toList();
    }
    return trace(thrown);
  }

  private static List<String> trace(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    lines.add(thrown.toString());
    Throwable cause = thrown.getCause();
    for (int i = 0; cause != null && i < CAUSES; i++) {
      lines.add("caused by " + cause);
      cause = cause.getCause();
    }
    lines.addAll(frames(thrown.getStackTrace()));
    if (thrown instanceof OutOfMemoryError) {
      lines.add(
          "raft: the heap is full.  See %raft status, release with %raft free, or give -Xmx.");
    }
    return lines;
  }

  private static List<String> frames(StackTraceElement[] stack) {
    int end = stack.length;
    while (end > 0 && !stack[end - 1].getClassName().startsWith(CELL_FRAME)) {
      end--;
    }
    return Arrays.stream(stack, 0, end == 0 ? stack.length : end)
        .limit(FRAMES)
        .map(frame -> "    at " + frame)
        .toList();
  }
}
