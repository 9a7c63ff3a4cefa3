package raftlab.kernel.command.basic;

import java.util.List;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Checks that everything needed is here: each line says ok or what to do. */
public final class DoctorCommand implements Command {

  @Override
  public Object run(Session session) {
    List<Finding> findings = Findings.all();
    long bad = findings.stream().filter(finding -> !finding.ok()).count();
    String state = bad == 0 ? "all is here" : bad + " of " + findings.size() + " need a look";
    Report report =
        Report.of(
            "RAFT Lab on " + System.getProperty("os.name") + ": " + state,
            "check",
            "found",
            "advice");
    for (Finding finding : findings) {
      report = report.row(finding.check(), finding.found(), finding.advice());
    }
    return report;
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
