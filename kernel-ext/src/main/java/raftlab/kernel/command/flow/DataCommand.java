package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.UsageError;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;

/**
 * Gets prompts: a benchmark by name, a file, or generated problems; lists, fetches and checks the
 * data sets there are; imports rollouts that others made.
 */
public final class DataCommand implements Command {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "data",
      description = "name of the prompt set; or list, fetch, verify, import, pairs")
  String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SET",
      description = "data set of fetch and verify; data set or file of import")
  String set;

  @Option(names = "--fetch", description = "download it if it is not on this machine")
  boolean fetch;

  @Option(
      names = "--part",
      description = "part of a path that says which file of a data set is meant (the first)")
  String part;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "file for the preferences of data pairs (pairs.jsonl)")
  Path to;

  @Mixin PromptOptions prompts;
  @Mixin ImportOptions columns;

  @Override
  public Object run(Session session) {
    DataSets sets = new DataSets(session, Optional.ofNullable(part), fetch);
    return switch (name) {
      case "list" -> DataList.report(sets.cache());
      case "fetch" -> sets.fetched(named());
      case "verify" -> sets.verified(named());
      case "pairs" -> new PreferenceFile(session, prompts.limit).write(named(), to);
      case "import" -> columns.imported(session, sets, named(), prompts);
      default -> prompts(session, sets);
    };
  }

  private String named() {
    if (set == null) {
      throw new UsageError("data " + name + " needs a name", "", "See what there is: data list");
    }
    return set;
  }

  private Object prompts(Session session, DataSets sets) {
    if (set != null) {
      throw new UsageError(
          "data " + name + " " + set + " is not understood",
          "one name is that of the prompt set to make",
          "Say where it comes from: data " + name + " --from " + set);
    }
    return prompts.load(session, sets, name);
  }

  @Override
  public boolean exclusive() {
    return !List.of("list", "verify").contains(name);
  }
}
