package raftlab.kernel.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import raftlab.core.UserError;

/**
 * What may follow a piece of a command line: commands, then options, then values of the option or
 * parameter at hand. Reads the workspace and changes nothing.
 */
public final class CommandCompletion {

  private final Workspace workspace;
  private final ArgumentValues values;

  public CommandCompletion(Workspace workspace) {
    this.workspace = workspace;
    this.values = new ArgumentValues(workspace);
  }

  /**
   * Completes the last word of a line.
   *
   * @param typed what stands after {@code %raft } up to the cursor
   * @return whole words that begin with the last one typed, in order, without repetition
   */
  public List<String> of(String typed) {
    List<String> words = List.of(typed.stripLeading().split("\\s+", -1));
    String word = words.get(words.size() - 1);
    return candidates(words, word)
        .filter(each -> each.startsWith(word))
        .distinct()
        .sorted()
        .toList();
  }

  /** Completes the key of a line in a body of {@code key: value} lines. */
  public List<String> ofKey(String command, String typed) {
    return keyed(command)
        .flatMap(entry -> CommandHelp.optionNames(entry).stream())
        .map(name -> name.replaceFirst("^-+", "") + ": ")
        .filter(key -> key.startsWith(typed))
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the commands whose options a body may set; those of {@code config} are of all. */
  private Stream<CommandEntry> keyed(String command) {
    return command.equals("config")
        ? workspace.catalog().entries().stream()
        : entry(command).stream().filter(entry -> entry.create().bodyIsOptions());
  }

  private Stream<String> candidates(List<String> words, String word) {
    if (words.size() == 1) {
      return commands();
    }
    Optional<CommandEntry> entry = entry(words.get(0));
    if (entry.isEmpty()) {
      return Stream.empty();
    }
    if (entry.get().name().equals("help")) {
      return commands();
    }
    CommandSpec spec = CommandHelp.spec(entry.get(), entry.get().create());
    int equals = word.indexOf('=');
    if (word.startsWith("-") && equals > 0) {
      return ofOption(spec, word.substring(0, equals))
          .map(value -> word.substring(0, equals + 1) + value);
    }
    if (word.startsWith("-")) {
      return spec.options().stream().flatMap(option -> Stream.of(option.names()));
    }
    String before = words.get(words.size() - 2);
    OptionSpec option = spec.findOption(before);
    return option != null && option.arity().max() > 0
        ? values.of(option)
        : ofParameter(spec, words);
  }

  private Stream<String> commands() {
    return workspace.catalog().entries().stream().map(CommandEntry::name);
  }

  private Optional<CommandEntry> entry(String name) {
    try {
      return Optional.of(workspace.catalog().find(name, ""));
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  private Stream<String> ofOption(CommandSpec spec, String name) {
    OptionSpec option = spec.findOption(name);
    return option == null ? Stream.empty() : values.of(option);
  }

  private Stream<String> ofParameter(CommandSpec spec, List<String> words) {
    int place = 0;
    for (int i = 1; i < words.size() - 1; i++) {
      OptionSpec option = spec.findOption(words.get(i));
      if (option != null && option.arity().max() > 0) {
        i++;
      } else if (!words.get(i).startsWith("-")) {
        place++;
      }
    }
    int at = place;
    return spec.positionalParameters().stream()
        .filter(parameter -> parameter.index().contains(at))
        .map(ArgSpec.class::cast)
        .findFirst()
        .map(values::of)
        .orElse(Stream.empty());
  }
}
