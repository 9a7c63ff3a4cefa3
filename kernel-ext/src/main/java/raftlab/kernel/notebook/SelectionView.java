package raftlab.kernel.notebook;

import java.util.Locale;
import raftlab.core.Funnel;
import raftlab.core.Selection;

/** A selection: the funnel from generated to kept, and what the kept completions are like. */
final class SelectionView implements View<Selection> {

  @Override
  public Report report(Selection selection) {
    Report report = Report.of(selection.toString(), "stage", "dropped", "left");
    for (Funnel.Stage stage : selection.funnel().stages()) {
      report = report.row(stage.name(), stage.dropped(), stage.left());
    }
    if (selection.isEmpty()) {
      return report.remark("There is nothing to train on.");
    }
    double reward =
        selection.kept().stream().mapToDouble(kept -> kept.reward()).average().orElse(0);
    double length =
        selection.kept().stream().mapToInt(kept -> kept.completion().length()).average().orElse(0);
    return report.remark(
        String.format(
            Locale.ROOT,
            "Kept completions (selected, so no estimate of the policy): mean reward %.3f, mean"
                + " length %.1f.",
            reward,
            length));
  }
}
