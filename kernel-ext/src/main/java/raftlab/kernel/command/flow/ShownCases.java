package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.List;
import raftlab.grade.CaseFilter;
import raftlab.grade.GradeReport;
import raftlab.grade.GradedCase;
import raftlab.grade.GradedCases;
import raftlab.kernel.notebook.Report;

/** The cases of a graded file as a report. */
final class ShownCases {

  private ShownCases() {}

  static Report report(GradeReport graded, CaseFilter filter, int count) {
    GradedCases cases = GradedCases.of(graded, filter, count);
    boolean peer = filter.disagree() != null;
    List<String> columns =
        new ArrayList<>(List.of("id", "sample", "gold", "extracted", "verdict", "reason"));
    if (peer) {
      columns.add(filter.disagree());
    }
    columns.add("end of the response");
    Report report =
        Report.of(
            String.format(
                java.util.Locale.ROOT,
                "%s: %d of %d responses%s, %d shown",
                graded.source().name(),
                cases.wanted(),
                cases.all(),
                words(filter),
                cases.first().size()),
            columns.toArray(String[]::new));
    for (GradedCase each : cases.first()) {
      report = report.row(cells(each, peer));
    }
    return report;
  }

  private static Object[] cells(GradedCase each, boolean peer) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                each.id(),
                each.sample(),
                Cut.head(each.gold()),
                Cut.head(each.extracted()),
                each.verdict(),
                each.reason()));
    if (peer) {
      cells.add(each.peer());
    }
    cells.add(Cut.tail(each.response()));
    return cells.toArray();
  }

  private static String words(CaseFilter filter) {
    List<String> words = new ArrayList<>();
    if (filter.wrong()) {
      words.add("are wrong");
    }
    if (filter.unknown()) {
      words.add("are undecided");
    }
    String kinds = String.join(" or ", words);
    String peer = filter.disagree() == null ? "" : "differ from \"" + filter.disagree() + "\"";
    String both = kinds.isEmpty() || peer.isEmpty() ? kinds + peer : kinds + " and " + peer;
    return both.isEmpty() ? "" : " " + both;
  }
}
