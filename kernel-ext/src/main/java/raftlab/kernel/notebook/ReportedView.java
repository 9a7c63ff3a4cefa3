package raftlab.kernel.notebook;

/** The report that a result brings; it is also what is written as JSON. */
final class ReportedView implements View<Reported> {

  @Override
  public Report report(Reported value) {
    return value.report();
  }

  @Override
  public Object json(Reported value) {
    return value.report();
  }
}
