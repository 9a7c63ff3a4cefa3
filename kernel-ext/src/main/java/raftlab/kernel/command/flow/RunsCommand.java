package raftlab.kernel.command.flow;

import java.util.List;
import picocli.CommandLine.Option;
import raftlab.core.Counted;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;
import raftlab.run.RunDirectory;
import raftlab.run.RunState;

/** Lists the runs. */
public final class RunsCommand implements Command {

  @Option(names = "--last", defaultValue = "20", description = "so many")
  int last;

  @Override
  public Object run(Session session) {
    List<String> names = Runs.names();
    Report report =
        Report.of(
            Counted.of(names.size(), "run") + " in " + Runs.folder(),
            "run",
            "state",
            "iterations done");
    for (String each : names.subList(Math.max(0, names.size() - last), names.size())) {
      RunDirectory run = Runs.open(each);
      report = report.row(each, RunState.of(run), Math.max(0, run.lastComplete()));
    }
    return report;
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
