package raftlab.kernel.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import raftlab.kernel.notebook.Report;

/** The help of one command and of all of them, made from the catalog and the annotations. */
public final class CommandHelp {

  private CommandHelp() {}

  /** Returns the table of all commands: example and meaning. */
  public static Report all(CommandCatalog catalog, String prefix) {
    Report report = Report.of("Commands of RAFT Lab", "command", "example", "meaning");
    for (CommandEntry entry : catalog.entries()) {
      report = report.row(entry.name(), prefix + " " + entry.exampleLine(), entry.meaning());
    }
    return report.remark("More about one: " + prefix + " help COMMAND");
  }

  /** Returns one command's parameters and options with their defaults, and an example. */
  public static Report of(CommandEntry entry, String prefix) {
    Command command = entry.create();
    CommandSpec spec = spec(entry, command);
    Report report =
        Report.of(entry.name() + ": " + entry.meaning(), "option", "default", "meaning");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      report = report.row(parameter.paramLabel(), shown(parameter), meaning(parameter));
    }
    for (OptionSpec option : spec.options()) {
      String names = Arrays.stream(option.names()).collect(Collectors.joining(", "));
      boolean flag = option.arity().max() == 0;
      String label = flag ? names : names + " " + option.paramLabel();
      report = report.row(label, flag ? "off" : shown(option), meaning(option));
    }
    for (String remark : command.helpRemarks()) {
      report = report.remark(remark);
    }
    if (!entry.returns().isEmpty()) {
      report = report.remark("Returns " + entry.returns() + ".");
    }
    return report.remark("Example: " + prefix + " " + entry.exampleLine());
  }

  /** Returns the names of a command's options, for completion and for checking settings. */
  public static List<String> optionNames(CommandEntry entry) {
    return spec(entry, entry.create()).options().stream()
        .flatMap(o -> Arrays.stream(o.names()))
        .toList();
  }

  static CommandSpec spec(CommandEntry entry, Command command) {
    return ParsedLine.commandLine(entry, command, new CommonOptions()).getCommandSpec();
  }

  private static String shown(ArgSpec arg) {
    if (arg.defaultValue() == null) {
      return "-";
    }
    // Constants are written as the user types them.
    boolean constant = arg.typeInfo().getType().isEnum();
    return constant ? arg.defaultValue().toLowerCase(Locale.ROOT) : arg.defaultValue();
  }

  /** The default stands in its own column, so the description does not say it again. */
  private static String meaning(ArgSpec arg) {
    return String.join(" ", arg.description())
        .replace("${DEFAULT-VALUE}", shown(arg))
        .replace("(" + shown(arg) + ")", "")
        .replaceAll(" {2,}", " ")
        .strip();
  }
}
