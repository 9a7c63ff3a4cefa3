package raftlab.kernel.command.basic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Parameters;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.CommandEntry;
import raftlab.kernel.command.CommandHelp;
import raftlab.kernel.command.KeyValueLines;
import raftlab.kernel.command.Session;
import raftlab.kernel.command.Setting;
import raftlab.kernel.command.Settings;
import raftlab.kernel.notebook.Report;

/** Shows the settings with their origins, sets some, or forgets those that were set. */
public final class ConfigCommand implements Command {

  @Parameters(
      arity = "0..*",
      paramLabel = "WORDS",
      description = "show, set KEY=VALUE ..., or reset")
  private List<String> words = List.of();

  @Override
  public Object run(Session session) {
    String verb = words.isEmpty() ? "show" : words.get(0);
    List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
    switch (verb) {
      case "show" -> {}
      case "set" -> apply(pairs(rest), session);
      case "reset" -> session.settings().reset();
      default ->
          throw new UsageError(
              "`config` has no action \"" + verb + "\"",
              Suggest.near(verb, List.of("show", "set", "reset")),
              "");
    }
    session.body().ifPresent(body -> apply(KeyValueLines.read(body, "the body"), session));
    return report(session.settings());
  }

  private static Map<String, String> pairs(List<String> words) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1 || equals == word.length() - 1) {
        throw new UsageError(
            "\"" + word + "\" is not KEY=VALUE", "", "Write it like temperature=0.8");
      }
      pairs.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return pairs;
  }

  private static void apply(Map<String, String> pairs, Session session) {
    Set<String> known = knownKeys(session);
    for (String key : pairs.keySet()) {
      if (!known.contains(key)) {
        throw new UsageError("no setting is called \"" + key + "\"", Suggest.near(key, known), "");
      }
    }
    pairs.forEach(session.settings()::set);
  }

  private static Set<String> knownKeys(Session session) {
    Set<String> known = new TreeSet<>(Settings.BASE.keySet());
    for (CommandEntry entry : session.catalog().entries()) {
      for (String name : CommandHelp.optionNames(entry)) {
        String key = name.replaceFirst("^-+", "");
        known.add(key);
        known.add(entry.name() + "." + key);
      }
    }
    return known;
  }

  private static Report report(Settings settings) {
    Report report = Report.of("Settings", "key", "value", "origin");
    for (Setting setting : settings.all()) {
      report = report.row(setting.key(), setting.value(), setting.origin());
    }
    return report.remark(
        settings
                .store()
                .map(file -> "What is set is kept in " + file + " for later calls;")
                .orElse("What is set holds for this session;")
            + " `config reset` forgets it.");
  }

  @Override
  public boolean takesBody() {
    return true;
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
