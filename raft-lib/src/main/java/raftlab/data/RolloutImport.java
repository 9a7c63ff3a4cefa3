package raftlab.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Event;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.UserError;

/**
 * Reads rollout files that others made. The kind of file is told from its first row; a file that is
 * no known kind needs a prompt and a response column. The whole file is held in memory.
 */
public final class RolloutImport {

  private static final List<RolloutFormat> KNOWN =
      List.of(new HarnessFormat(), new MmluProFormat(), new TheoremQaFormat());

  private static final int TOLD = 20;

  private final Map<String, ImportedGroup> groups = new LinkedHashMap<>();
  private final ImportFields fields;
  private RolloutFormat format;
  private int partly;

  private RolloutImport(ImportFields fields) {
    this.fields = fields;
  }

  /** Imports a file under its own name, finding the columns. */
  public static ImportedRollouts read(Path file) {
    return read(file, ImportFields.FIND, RunContext.quiet());
  }

  /**
   * Imports a file under its own name. Columns that are named turn off the recognition of known
   * kinds.
   *
   * @throws raftlab.core.UserError if the file, a row or a column cannot be read
   * @throws raftlab.core.Stopped between two rows after a stop was requested
   */
  public static ImportedRollouts read(Path file, ImportFields fields, RunContext context) {
    RolloutImport reading = new RolloutImport(fields);
    JsonLines.forEach(
        file,
        row -> {
          context.checkStop();
          reading.add(row, context);
        });
    return reading.finish(file);
  }

  private void add(Row row, RunContext context) {
    if (format == null) {
      format = recognise(row);
    }
    ImportedGroup group = read(row);
    if (group.missing() > 0) {
      tell(row, group, context);
    }
    String key = format.groupsRows() ? group.prompt().text() : String.valueOf(groups.size());
    groups.merge(key, group, RolloutImport::join);
  }

  /** A null is no wrong answer: nothing was answered there, so it is left out and said so. */
  private void tell(Row row, ImportedGroup group, RunContext context) {
    Checks.user(
        !group.completions().isEmpty(),
        row.place() + " has no completion: all are null",
        "",
        "Remove that row");
    partly++;
    if (partly <= TOLD) {
      int all = group.missing() + group.completions().size();
      context.emit(
          new Event.Note(
              row.place()
                  + ": "
                  + group.missing()
                  + " of its "
                  + all
                  + " completions null, left out"
                  + (partly == TOLD ? "; further rows are not told" : "")));
    }
  }

  private RolloutFormat recognise(Row first) {
    return fields.named()
        ? new ColumnsFormat(fields)
        : KNOWN.stream()
            .filter(known -> known.matches(first))
            .findFirst()
            .orElseGet(() -> new ColumnsFormat(fields));
  }

  private ImportedGroup read(Row row) {
    try {
      return format.read(row);
    } catch (IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
      throw new UserError(
          row.place() + " is not a row of " + format.name(),
          String.valueOf(e.getMessage()),
          "Mend or remove that row");
    }
  }

  private static ImportedGroup join(ImportedGroup first, ImportedGroup more) {
    List<Completion> completions = new ArrayList<>(first.completions());
    for (Completion completion : more.completions()) {
      completions.add(completion.at(completions.size()));
    }
    return new ImportedGroup(first.prompt(), completions);
  }

  private ImportedRollouts finish(Path file) {
    if (groups.isEmpty()) {
      throw new UserError(file + " has no rows", "", "Give a file with at least one rollout");
    }
    List<Prompt> prompts = new ArrayList<>();
    List<Rollout> rollouts = new ArrayList<>();
    for (ImportedGroup group : groups.values()) {
      prompts.add(group.prompt());
      rollouts.add(new Rollout(group.prompt(), group.completions()));
    }
    String name = stem(file);
    PromptSet set = new PromptSet(name, file.toString(), ContentHash.of(prompts), prompts);
    return new ImportedRollouts(
        set, new RolloutSet(name, name, settings(rollouts), rollouts), format.name());
  }

  private static SamplingSettings settings(List<Rollout> rollouts) {
    int most = rollouts.stream().mapToInt(rollout -> rollout.completions().size()).max().orElse(1);
    return SamplingSettings.imported(Math.max(1, most));
  }

  private static String stem(Path file) {
    String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("rollouts");
    int dot = name.indexOf(".json");
    dot = dot < 0 ? name.lastIndexOf('.') : dot;
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
