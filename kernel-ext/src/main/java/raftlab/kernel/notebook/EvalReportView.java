package raftlab.kernel.notebook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import raftlab.eval.Estimate;
import raftlab.eval.EvalReport;

/** Evaluations: every metric with its interval. */
final class EvalReportView implements View<EvalReport> {

  @Override
  public Report report(EvalReport evaluation) {
    Report report = Report.of(evaluation.toString(), "metric", "value", "95 % interval");
    for (Map.Entry<String, Estimate> each : evaluation.metrics().entrySet()) {
      report = report.row(each.getKey(), share(each.getValue().value()), interval(each.getValue()));
    }
    for (Map.Entry<String, Estimate> each : evaluation.byLevel().entrySet()) {
      report =
          report.row(
              "pass@1, level " + each.getKey(),
              share(each.getValue().value()),
              interval(each.getValue()));
    }
    return report.remark(
        "Graded by "
            + evaluation.grader()
            + " at temperature "
            + evaluation.settings().temperature()
            + "; truncated "
            + share(evaluation.truncatedRatio())
            + ", no answer found in "
            + share(evaluation.unparsableRatio())
            + ".");
  }

  @Override
  public Map<String, Object> summary(EvalReport evaluation) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("policy", evaluation.policyId());
    values.put("data", evaluation.data());
    evaluation.metrics().forEach((name, each) -> values.put(name, each.value()));
    values.put("ci95", new double[] {evaluation.passAt1().low(), evaluation.passAt1().high()});
    return values;
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * value);
  }

  private static String interval(Estimate estimate) {
    return "[" + share(estimate.low()) + ", " + share(estimate.high()) + "]";
  }
}
