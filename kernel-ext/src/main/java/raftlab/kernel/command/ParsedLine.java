package raftlab.kernel.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import raftlab.core.UsageError;
import raftlab.core.UserError;

/**
 * A command line that was understood: the command with its options filled in from the line and,
 * below it, the layers of settings.
 *
 * @param entry the command's line in the catalog
 * @param command the command, its options set
 * @param options the common options
 * @param resolved each option that has a value, with its origin
 */
record ParsedLine(
    CommandEntry entry, Command command, CommonOptions options, List<Setting> resolved) {

  static ParsedLine of(CommandEntry entry, List<String> arguments, Workspace workspace) {
    Command command = entry.create();
    CommonOptions options = new CommonOptions();
    CommandLine line = commandLine(entry, command, options);
    Settings settings = settings(command, arguments, workspace);
    line.setDefaultValueProvider(
        arg -> setting(entry.name(), command, arg, settings).map(Setting::value).orElse(null));
    try {
      ParseResult result = line.parseArgs(arguments.toArray(String[]::new));
      List<Setting> resolved = resolved(entry, command, result, settings);
      return new ParsedLine(entry, command, options, resolved);
    } catch (ParameterException e) {
      UserError error = ParseErrors.explain(e, entry.name(), workspace.frontEnd().prefix());
      throw new UsageError(error);
    }
  }

  /** The layers of a call, over the preset that its own line names if the command takes one. */
  private static Settings settings(Command command, List<String> arguments, Workspace workspace) {
    if (!command.takesPreset()) {
      return workspace.settings();
    }
    String prefix = "--preset=";
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).startsWith(prefix)) {
        return workspace.settings().withPreset(arguments.get(i).substring(prefix.length()));
      }
      if (arguments.get(i).equals("--preset") && i + 1 < arguments.size()) {
        return workspace.settings().withPreset(arguments.get(i + 1));
      }
    }
    return workspace.settings();
  }

  /** Returns picocli's model of a command with the common options. */
  static CommandLine commandLine(CommandEntry entry, Command command, CommonOptions options) {
    CommandSpec spec = CommandSpec.forAnnotatedObjectLenient(command).name(entry.name());
    spec.addMixin("common", CommandSpec.forAnnotatedObject(options));
    CommandLine line = new CommandLine(spec).setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    NumberConverters.register(line);
    return line;
  }

  private static Optional<Setting> setting(
      String name, Command command, ArgSpec arg, Settings settings) {
    if (!(arg instanceof OptionSpec option)) {
      return Optional.empty();
    }
    for (String optionName : option.names()) {
      // The key `preset` names a layer of settings; where an option of that name means another
      // thing, such as the size of a model, it must not be taken for it.
      if (optionName.equals("--preset") && !command.takesPreset()) {
        continue;
      }
      Optional<Setting> found = settings.find(name, key(optionName));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<Setting> resolved(
      CommandEntry entry, Command command, ParseResult result, Settings settings) {
    List<Setting> all = new ArrayList<>();
    for (OptionSpec option : result.commandSpec().options()) {
      Object value = option.getValue();
      if (value == null || option.usageHelp()) {
        continue;
      }
      Origin origin =
          result.hasMatchedOption(option)
              ? Origin.HERE
              : setting(entry.name(), command, option, settings)
                  .map(Setting::origin)
                  .orElse(Origin.DEFAULT);
      all.add(new Setting(key(option.longestName()), shown(value), origin));
    }
    return all;
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return value instanceof Enum ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static String key(String optionName) {
    return optionName.replaceFirst("^-+", "");
  }
}
