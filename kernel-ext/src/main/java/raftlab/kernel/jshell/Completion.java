package raftlab.kernel.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import raftlab.core.UserError;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.CommandEntry;
import raftlab.kernel.command.CommandHelp;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Workspace;

/** Completes commands, options and names after {@code %raft}, and Java elsewhere. */
final class Completion {

  private final Workspace workspace;
  private final JavaSession java;

  Completion(Workspace workspace, JavaSession java) {
    this.workspace = workspace;
    this.java = java;
  }

  ReplacementOptions at(String code, int cursor) {
    String line = code.substring(code.lastIndexOf('\n', cursor - 1) + 1, cursor);
    int magic = line.lastIndexOf("%raft ");
    return magic < 0 ? ofJava(code, cursor) : ofMagic(line.substring(magic + 6), cursor);
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
    List<String> found =
        candidates(typed, word).distinct().filter(each -> each.startsWith(word)).sorted().toList();
    return new ReplacementOptions(found, cursor - word.length(), cursor);
  }

  private Stream<String> candidates(String typed, String word) {
    CommandCatalog catalog = workspace.catalog();
    Stream<String> commands = catalog.entries().stream().map(CommandEntry::name);
    String first = typed.stripLeading().split(" ", 2)[0];
    if (first.equals(typed.stripLeading()) || first.equals("help")) {
      return commands;
    }
    return word.startsWith("-") ? options(first) : names();
  }

  private Stream<String> options(String command) {
    try {
      return CommandHelp.optionNames(workspace.catalog().find(command, "%raft")).stream();
    } catch (UserError e) {
      return Stream.empty();
    }
  }

  private Stream<String> names() {
    List<String> names = new ArrayList<>();
    for (Kind<?> kind : Kinds.all()) {
      names.addAll(workspace.names().of(kind));
      java.shell()
          .variables()
          .filter(variable -> variable.typeName().endsWith(kind.type().getSimpleName()))
          .forEach(variable -> names.add(variable.name()));
    }
    return names.stream();
  }
}
