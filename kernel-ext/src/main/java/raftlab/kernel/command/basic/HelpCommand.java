package raftlab.kernel.command.basic;

import picocli.CommandLine.Parameters;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.CommandEntry;
import raftlab.kernel.command.CommandHelp;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Shows what the commands do, or the options of one. */
public final class HelpCommand implements Command {

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "the command to explain")
  private String command;

  @Override
  public Object run(Session session) {
    String prefix = session.frontEnd().prefix();
    return command == null ? all(session) : CommandHelp.of(find(session, prefix), prefix);
  }

  private static Report all(Session session) {
    Report report = CommandHelp.all(session.catalog(), session.frontEnd().prefix());
    for (String remark : session.frontEnd().helpRemarks()) {
      report = report.remark(remark);
    }
    return report;
  }

  private CommandEntry find(Session session, String prefix) {
    return session.catalog().find(command, prefix);
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
