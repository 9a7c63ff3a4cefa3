package raftlab.kernel.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import raftlab.core.Suggest;
import raftlab.core.UsageError;

/**
 * All commands, in the order of help. Help, completion and the table in the docs are made from it;
 * adding a command is one class and one line here. Commands' classes are loaded on first use, so
 * that a shell call starts quickly. Immutable.
 */
public final class CommandCatalog {

  private static final CommandCatalog STANDARD = new CommandCatalog(Commands.all());

  private final List<CommandEntry> entries;
  private final Map<String, CommandEntry> byName = new TreeMap<>();

  public CommandCatalog(List<CommandEntry> entries) {
    this.entries = List.copyOf(entries);
    for (CommandEntry entry : this.entries) {
      List<String> names = new ArrayList<>(entry.aliases());
      names.add(entry.name());
      for (String name : names) {
        if (byName.put(name, entry) != null) {
          throw new IllegalArgumentException("two commands are called " + name);
        }
      }
    }
  }

  /** Returns the catalog of RAFT Lab. */
  public static CommandCatalog standard() {
    return STANDARD;
  }

  public List<CommandEntry> entries() {
    return entries;
  }

  /**
   * Returns the command of a name or alias.
   *
   * @throws UsageError if there is none, naming the nearest
   */
  public CommandEntry find(String name, String prefix) {
    CommandEntry entry = byName.get(name);
    if (entry != null) {
      return entry;
    }
    String known =
        Suggest.nearest(name, byName.keySet())
            .map(near -> "Did you mean `" + near + "`?")
            .orElseGet(
                () ->
                    "Known: "
                        + entries.stream()
                            .map(CommandEntry::name)
                            .collect(Collectors.joining(", ")));
    throw new UsageError(
        "unknown command `" + name + "`", known, "All commands: " + prefix + " help");
  }
}
