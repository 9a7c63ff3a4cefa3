package raftlab.kernel.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;

/**
 * A cell's body of {@code key: value} lines as options of its line: {@code top-p: 0.9} is {@code
 * --top-p=0.9}, and a flag is {@code true} or {@code false}.
 */
final class BodyOptions {

  private BodyOptions() {}

  /**
   * Returns the arguments with the body's options after them, if the command reads its body so.
   *
   * @throws UsageError for a key that is no option, or a flag that is neither true nor false
   * @throws UserError for a line that is not {@code key: value}
   */
  static List<String> addTo(List<String> arguments, CommandEntry entry, String body) {
    Command command = entry.create();
    if (body == null || body.isBlank() || !command.bodyIsOptions()) {
      return arguments;
    }
    List<String> all = new ArrayList<>(arguments);
    CommandSpec spec = CommandHelp.spec(entry, command);
    for (Map.Entry<String, String> pair : pairs(body).entrySet()) {
      word(spec, entry.name(), pair.getKey(), pair.getValue()).ifPresent(all::add);
    }
    return all;
  }

  private static Map<String, String> pairs(String body) {
    try {
      return KeyValueLines.read(body, "the body");
    } catch (UserError e) {
      throw new UsageError(e);
    }
  }

  private static Optional<String> word(CommandSpec spec, String command, String key, String value) {
    OptionSpec whole = spec.findOption("--" + key);
    OptionSpec option = whole == null ? spec.findOption("-" + key) : whole;
    if (option == null) {
      List<String> known = spec.options().stream().map(each -> key(each.longestName())).toList();
      throw new UsageError(
          "`" + command + "` has no setting \"" + key + "\"", Suggest.near(key, known), "");
    }
    String name = option.longestName();
    if (option.arity().max() > 0) {
      return Optional.of(name + "=" + value);
    }
    if (!value.equals("true") && !value.equals("false")) {
      throw new UsageError(
          key + ": " + value + " is neither true nor false", "", "Give one of them");
    }
    return value.equals("true") ? Optional.of(name) : Optional.empty();
  }

  private static String key(String optionName) {
    return optionName.replaceFirst("^-+", "");
  }
}
