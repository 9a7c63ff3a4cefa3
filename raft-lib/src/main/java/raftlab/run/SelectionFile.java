package raftlab.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.Completion;
import raftlab.core.Funnel;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.Selected;
import raftlab.core.Selection;
import raftlab.core.UserError;

/** A selection on disk: the rule and the funnel, then which completion of which prompt was kept. */
public final class SelectionFile {

  private record Header(String kind, String name, String rule, Funnel funnel) {}

  private record Line(String promptId, int sampleIndex, double reward) {}

  private SelectionFile() {}

  public static void write(Path file, Selection selection) {
    RecordLines.write(
        file,
        new Header("selection", selection.name(), selection.rule(), selection.funnel()),
        selection.kept().stream()
            .map(
                kept ->
                    new Line(kept.prompt().id(), kept.completion().sampleIndex(), kept.reward()))
            .toList());
  }

  /** Joins the selection with the rollouts it was made from. */
  public static Selection read(Path file, RolloutSet rollouts) {
    var content = RecordLines.read(file, Header.class, Line.class);
    Map<String, Rollout> byPrompt = new HashMap<>();
    rollouts.rollouts().forEach(rollout -> byPrompt.put(rollout.prompt().id(), rollout));
    List<Selected> kept = new ArrayList<>();
    for (Line line : content.records()) {
      kept.add(join(file, line, byPrompt.get(line.promptId())));
    }
    Header header = content.header();
    return new Selection(header.name(), header.rule(), kept, header.funnel());
  }

  private static Selected join(Path file, Line line, Rollout rollout) {
    if (rollout != null) {
      for (Completion completion : rollout.completions()) {
        if (completion.sampleIndex() == line.sampleIndex()) {
          return new Selected(rollout.prompt(), completion, line.reward());
        }
      }
    }
    throw new UserError(
        file
            + " does not belong to these rollouts: no completion "
            + line.sampleIndex()
            + " of prompt "
            + line.promptId(),
        "",
        "Select again");
  }
}
