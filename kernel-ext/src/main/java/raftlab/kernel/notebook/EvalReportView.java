package raftlab.kernel.notebook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Percent;
import raftlab.eval.Estimate;
import raftlab.eval.EvalReport;
import raftlab.run.RecordJson;

/** Evaluations: every metric with its interval, then pass@1 by level and subject. */
final class EvalReportView implements View<EvalReport> {

  @Override
  public Report report(EvalReport evaluation) {
    String percent = String.format(Locale.ROOT, "%.2f", 100 * evaluation.confidence());
    String interval = percent.replaceFirst("\\.?0+$", "") + " % interval";
    Report report =
        Report.of(evaluation.toString(), "metric", "value", interval, "problems x samples");
    report = rows(report, "", evaluation.metrics());
    report = rows(report, "pass@1, level ", evaluation.byLevel());
    report = rows(report, "pass@1, subject ", evaluation.bySubject());
    return report
        .remark(
            "Graded by "
                + evaluation.grader()
                + "; temperature "
                + evaluation.settings().shownTemperature()
                + "; truncated "
                + share(evaluation.truncatedRatio())
                + "; no answer found in "
                + share(evaluation.unparsableRatio())
                + ".")
        .remark(ProvenanceWords.remark(evaluation.provenance()))
        .remark("Interval of pass@1: " + evaluation.passAt1().method() + ".");
  }

  private static Report rows(Report report, String label, Map<String, Estimate> estimates) {
    Report more = report;
    for (Map.Entry<String, Estimate> each : estimates.entrySet()) {
      Estimate estimate = each.getValue();
      more =
          more.row(
              label + each.getKey(),
              share(estimate.value()),
              interval(estimate),
              estimate.problems() + " x " + estimate.samples());
    }
    return more;
  }

  @Override
  public Map<String, Object> summary(EvalReport evaluation) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("policy", evaluation.policyId());
    values.put("data", evaluation.data());
    evaluation.metrics().forEach((name, each) -> values.put(name, each.value()));
    if (evaluation.confidence() == 0.95) {
      values.put("ci95", new double[] {evaluation.passAt1().low(), evaluation.passAt1().high()});
    }
    Map<String, double[]> intervals = new LinkedHashMap<>();
    evaluation
        .metrics()
        .forEach((name, each) -> intervals.put(name, new double[] {each.low(), each.high()}));
    values.put("intervals", intervals);
    values.put("confidence", evaluation.confidence());
    values.put("grader", evaluation.grader());
    values.put("profile", evaluation.provenance().grader().profile());
    ProvenanceWords.add(evaluation.provenance(), values);
    values.put("problems", evaluation.problems().size());
    values.put("samples", evaluation.passAt1().samples());
    values.put("unparsable", evaluation.unparsableRatio());
    return values;
  }

  /** The form of a run's evaluation.json, which {@code table} reads. */
  @Override
  public Object json(EvalReport evaluation) {
    return RecordJson.PRETTY.toJsonTree(evaluation);
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "unknown" : Percent.of(value, 1) + " %";
  }

  private static String interval(Estimate estimate) {
    return estimate.hasInterval()
        ? "[" + share(estimate.low()) + ", " + share(estimate.high()) + "]"
        : estimate.method();
  }
}
