package raftlab.kernel.notebook;

import java.util.Map;

/** A report is its own view. */
final class ReportView implements View<Report> {

  @Override
  public Report report(Report report) {
    return report;
  }

  @Override
  public Map<String, Object> summary(Report report) {
    return report.summary();
  }
}
