package raftlab.kernel.command.basic;

import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Shows memory, what runs, and the named results. */
public final class StatusCommand implements Command {

  private static final long MIB = 1L << 20;

  @Override
  public Object run(Session session) {
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    String running = session.lock().running();
    Report report =
        Report.of(
                "heap " + used + " of " + runtime.maxMemory() / MIB + " MiB used", "what", "value")
            .row("running", running.isEmpty() ? "nothing" : running);
    for (Kind<?> kind : Kinds.all()) {
      String names = String.join(", ", session.names().of(kind));
      report = report.row(kind.word(), names.isEmpty() ? "-" : names);
    }
    return report;
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
