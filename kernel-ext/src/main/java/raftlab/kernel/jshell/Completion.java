package raftlab.kernel.jshell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import raftlab.kernel.command.CommandCompletion;
import raftlab.kernel.command.Workspace;

/** Completes commands, options and names after {@code %raft}, and Java elsewhere. */
final class Completion {

  private static final Pattern CELL = Pattern.compile("\\s*%%raft\\s+(\\S+)[^\n]*\n(?s:.*)");

  private final CommandCompletion commands;
  private final JavaSession java;

  Completion(Workspace workspace, JavaSession java) {
    this.commands = new CommandCompletion(workspace);
    this.java = java;
  }

  ReplacementOptions at(String code, int cursor) {
    String before = code.substring(0, cursor);
    String line = before.substring(before.lastIndexOf('\n') + 1);
    int magic = line.lastIndexOf("%raft ");
    if (magic >= 0) {
      return ofMagic(line.substring(magic + 6), cursor);
    }
    Matcher cell = CELL.matcher(before);
    List<String> keys = cell.matches() ? commands.ofKey(cell.group(1), line) : List.of();
    return keys.isEmpty()
        ? ofJava(code, cursor)
        : new ReplacementOptions(keys, cursor - line.length(), cursor);
  }

  private ReplacementOptions ofJava(String code, int cursor) {
    int[] anchor = {cursor};
    List<String> found =
        java.analysis().completionSuggestions(code, cursor, anchor).stream()
            .map(SourceCodeAnalysis.Suggestion::continuation)
            .distinct()
            .toList();
    return new ReplacementOptions(found, anchor[0], cursor);
  }

  private ReplacementOptions ofMagic(String typed, int cursor) {
    String word = typed.substring(typed.lastIndexOf(' ') + 1);
    return new ReplacementOptions(commands.of(typed), cursor - word.length(), cursor);
  }
}
