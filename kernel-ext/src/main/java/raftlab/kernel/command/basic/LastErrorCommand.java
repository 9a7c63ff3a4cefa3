package raftlab.kernel.command.basic;

import raftlab.kernel.command.Command;
import raftlab.kernel.command.ErrorLog;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Shows the last error of the session with its whole trace. */
public final class LastErrorCommand implements Command {

  @Override
  public Object run(Session session) {
    return session
        .errors()
        .last()
        .map(LastErrorCommand::report)
        .orElseGet(() -> Report.of("no error so far"));
  }

  private static Report report(ErrorLog.Entry entry) {
    return Report.of("at " + entry.when() + ", " + entry.line()).remark(entry.trace());
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
