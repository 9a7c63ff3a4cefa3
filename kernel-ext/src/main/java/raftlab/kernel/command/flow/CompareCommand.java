package raftlab.kernel.command.flow;

import java.util.Locale;
import picocli.CommandLine.Parameters;
import raftlab.eval.PairedComparison;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Compares a run's final policy with its start on the same problems. */
public final class CompareCommand implements Command {

  @Parameters(completionCandidates = RunNames.class, description = "name of the run")
  String name;

  @Override
  public Object run(Session session) {
    PairedComparison found = RunFigures.comparison(Runs.open(name));
    return Report.of(
            String.format(
                Locale.ROOT,
                "%s: after minus before %+.1f points [%+.1f, %+.1f]",
                name,
                100 * found.difference().value(),
                100 * found.difference().low(),
                100 * found.difference().high()),
            "problems where",
            "count")
        .row("after is better", found.wins())
        .row("tie", found.ties())
        .row("before is better", found.losses())
        .remark(String.format(Locale.ROOT, "Sign test p = %.3g.", found.signTest()));
  }
}
