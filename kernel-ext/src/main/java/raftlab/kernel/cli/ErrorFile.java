package raftlab.kernel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** The log of errors that are not the user's: time, command line and whole stack, appended. */
final class ErrorFile {

  private ErrorFile() {}

  /** Appends an error to {@code errors.log} of the workspace and returns the sentence to show. */
  static String record(Path workspace, String line, Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    String entry = Instant.now() + "  ./raft " + line + "\n" + trace + "\n";
    Path file = workspace.resolve("errors.log");
    String what = "this is a mistake of RAFT Lab, not yours: " + error + ".  ";
    try {
      Files.createDirectories(workspace);
      Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return what + "The whole trace is in " + file + ".";
    } catch (IOException e) {
      return what + file + " cannot be written (" + e + "); the trace:\n" + trace;
    }
  }
}
