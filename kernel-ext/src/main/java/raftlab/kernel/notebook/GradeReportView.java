package raftlab.kernel.notebook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Counted;
import raftlab.core.Percent;
import raftlab.eval.Estimate;
import raftlab.grade.GradeReport;

/** A graded file: verdicts by kind, and every estimate with its interval. */
final class GradeReportView implements View<GradeReport> {

  @Override
  public Report report(GradeReport graded) {
    Report report = Report.of(graded.toString(), "figure", "value", "95 % interval");
    for (Map.Entry<String, Estimate> metric : graded.metrics().entrySet()) {
      report =
          report.row(
              metric.getKey(), share(metric.getValue().value()), interval(metric.getValue()));
    }
    report =
        report
            .row("correct", graded.correct(), "")
            .row("wrong", graded.wrong(), "")
            .row("of these without an answer", graded.unparsable(), "")
            .row("unknown", graded.unknown(), "");
    return remarks(graded, report);
  }

  private static Report remarks(GradeReport graded, Report report) {
    Report with =
        report
            .remark(
                String.format(
                    Locale.ROOT,
                    "%d problems x %s, profile %s; %.2f s, %.0f answers/s.",
                    graded.problems(),
                    samples(graded),
                    graded.grader(),
                    graded.seconds(),
                    graded.answersPerSecond()))
            .remark(ProvenanceWords.remark(graded.provenance()));
    for (Map.Entry<String, Long> field : graded.fields().entrySet()) {
      with = with.remark("Rows with " + field.getKey() + ": " + field.getValue() + ".");
    }
    if (graded.broken() > 0) {
      with = with.remark(Counted.of(graded.broken(), "row") + " could not be graded, not counted.");
    }
    if (graded.skipped() > 0) {
      with =
          with.remark(Counted.of(graded.skipped(), "response") + " null, not graded, not counted.");
    }
    return with;
  }

  @Override
  public Map<String, Object> summary(GradeReport graded) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("graded", graded.graded());
    values.put("correct", graded.correct());
    values.put("wrong", graded.wrong());
    values.put("unknown", graded.unknown());
    values.put("pass_at_1", graded.passAt1().value());
    values.put("ci95", new double[] {graded.passAt1().low(), graded.passAt1().high()});
    values.put("pass_at_k", byK(graded.passAtK()));
    values.put("maj_at_k", byK(graded.majAtK()));
    values.put("seconds", graded.seconds());
    values.put("answers_per_second", graded.answersPerSecond());
    values.put("problems", graded.problems());
    values.put("unparsable", graded.unparsable());
    values.put("broken", graded.broken());
    values.put("skipped", graded.skipped());
    values.put("profile", graded.grader());
    ProvenanceWords.add(graded.provenance(), values);
    values.put("sha256", graded.source().sha256());
    return values;
  }

  private static Map<String, Double> byK(Map<Integer, Estimate> estimates) {
    Map<String, Double> values = new LinkedHashMap<>();
    estimates.forEach((k, estimate) -> values.put(String.valueOf(k), estimate.value()));
    return values;
  }

  private static String samples(GradeReport graded) {
    return graded.samples() == graded.mostSamples()
        ? String.valueOf(graded.samples())
        : graded.samples() + " to " + graded.mostSamples();
  }

  private static String share(double value) {
    return Percent.of(value, 2) + " %";
  }

  private static String interval(Estimate estimate) {
    return estimate.hasInterval()
        ? "[" + share(estimate.low()) + ", " + share(estimate.high()) + "]"
        : "";
  }
}
