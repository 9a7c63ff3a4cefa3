package raftlab.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import raftlab.core.Funnel;
import raftlab.core.Percent;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The records of a run as Tablesaw tables, one row per prompt, completion or stage, in the order of
 * the record. Each table is new; changing it changes no record.
 */
public final class ResultTables {

  private ResultTables() {}

  /** One row per prompt: id, the text the policy reads, then the columns of its row by name. */
  public static Table of(PromptSet set) {
    Set<String> names = new TreeSet<>();
    set.prompts().forEach(prompt -> names.addAll(prompt.columns().keySet()));
    names.removeAll(Set.of("id", "prompt"));
    Table table =
        Table.create(
            set.name(),
            strings("id", set.prompts().stream().map(Prompt::id).toList()),
            strings("prompt", set.prompts().stream().map(Prompt::text).toList()));
    for (String name : names) {
      List<String> cells =
          set.prompts().stream().map(prompt -> prompt.find(name).orElse("")).toList();
      table.addColumns(strings(name, cells));
    }
    return table;
  }

  /**
   * One row per completion: prompt id, sample index, prompt, completion, gold (reference answer),
   * parsed (the answer that was read), reward (missing if skipped), reason.
   */
  public static Table of(ScoredSet set) {
    StringColumn id = StringColumn.create("id");
    IntColumn sample = IntColumn.create("sample");
    StringColumn prompt = StringColumn.create("prompt");
    StringColumn completion = StringColumn.create("completion");
    StringColumn gold = StringColumn.create("gold");
    StringColumn parsed = StringColumn.create("parsed");
    DoubleColumn reward = DoubleColumn.create("reward");
    StringColumn reason = StringColumn.create("reason");
    for (ScoredGroup group : set.groups()) {
      for (Scored scored : group.samples()) {
        id.append(group.prompt().id());
        sample.append(scored.completion().sampleIndex());
        prompt.append(group.prompt().text());
        completion.append(scored.completion().text());
        gold.append(group.prompt().find(Prompt.ANSWER).orElse(""));
        parsed.append(scored.reward().extracted());
        reward.append(scored.value());
        reason.append(scored.reward().reason());
      }
    }
    return Table.create(set.name(), id, sample, prompt, completion, gold, parsed, reward, reason);
  }

  /** One row per stage of the funnel: stage, how many it dropped, how many were left. */
  public static Table of(Selection selection) {
    StringColumn stage = StringColumn.create("stage");
    IntColumn dropped = IntColumn.create("dropped");
    IntColumn left = IntColumn.create("left");
    for (Funnel.Stage each : selection.funnel().stages()) {
      stage.append(each.name());
      dropped.append(each.dropped());
      left.append(each.left());
    }
    return Table.create(selection.name(), stage, dropped, left);
  }

  /** One row per run. */
  public static Table ofRuns(List<RunRow> runs) {
    StringColumn pass = StringColumn.create("pass@1");
    IntColumn iteration = IntColumn.create("iteration");
    for (RunRow run : runs) {
      pass.append(Double.isNaN(run.passAt1()) ? "" : Percent.of(run.passAt1(), 1) + " %");
      iteration.append(run.iteration());
    }
    return Table.create(
        "runs",
        strings("run", runs.stream().map(RunRow::id).toList()),
        strings("algorithm", runs.stream().map(RunRow::algorithm).toList()),
        strings("state", runs.stream().map(RunRow::state).toList()),
        iteration,
        pass,
        strings("started", runs.stream().map(RunRow::started).toList()));
  }

  private static StringColumn strings(String name, List<String> cells) {
    return StringColumn.create(name, cells);
  }
}
