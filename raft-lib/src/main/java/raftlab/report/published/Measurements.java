package raftlab.report.published;

import java.util.List;
import raftlab.core.TemplateId;
import raftlab.data.DatasetCatalog;
import raftlab.data.DatasetDescriptor;
import raftlab.eval.EvalReport;
import raftlab.grade.GradeReport;

/** Makes measured rows of what was stored; what was not recorded reads unknown. */
public final class Measurements {

  private static final String GENERATED = "generated: ";
  private static final String MINIMATH = GENERATED + "minimath";

  private Measurements() {}

  /** Returns the pass@1 of a graded file; benchmark, model and prompt are as its user said. */
  public static MeasuredRow of(GradeReport report) {
    int samples = report.samples();
    EvaluationSetting setting =
        new EvaluationSetting(
            known(report.source().benchmark()),
            String.valueOf(report.problems()),
            metric(samples),
            String.valueOf(samples),
            known(report.source().temperature()),
            known(report.source().template()),
            "verifier:" + report.grader(),
            known(report.source().model()));
    return new MeasuredRow(
        report.source().name(),
        setting,
        report.passAt1(),
        report.source().sha256(),
        report.provenance());
  }

  /**
   * Returns the pass@1 of an evaluation.
   *
   * @param id the run or file it comes from
   * @param source where its problems came from, as their prompt set says
   */
  public static MeasuredRow of(String id, EvalReport report, String source) {
    int samples = report.passAt1().samples();
    EvaluationSetting setting =
        new EvaluationSetting(
            benchmark(source),
            String.valueOf(report.problems().size()),
            metric(samples),
            String.valueOf(samples),
            String.valueOf(report.settings().temperature()),
            template(report, source),
            report.grader(),
            known(report.policyId()));
    return new MeasuredRow(id, setting, report.passAt1(), report.dataSha256(), report.provenance());
  }

  /** Returns the template's name; evaluations older than the record had one for each source. */
  private static String template(EvalReport report, String source) {
    boolean recorded = !report.provenance().template().equals(TemplateId.UNKNOWN);
    return !recorded && source.startsWith(MINIMATH)
        ? "minimath"
        : report.provenance().template().name();
  }

  /**
   * Returns the benchmark that a prompt set's source names: the folder of a descriptor's file, the
   * part of the generated problems, else the source itself.
   */
  static String benchmark(String source) {
    if (source.startsWith(GENERATED)) {
      return source.substring(source.lastIndexOf(' ') + 1);
    }
    List<String> ids = DatasetCatalog.builtIn().all().stream().map(DatasetDescriptor::id).toList();
    String folder = source.contains("/") ? source.substring(0, source.indexOf('/')) : source;
    return ids.contains(folder) ? folder : known(source);
  }

  private static String metric(int samples) {
    return samples == 1 ? "pass@1" : "avg@" + samples;
  }

  private static String known(String text) {
    return text.isBlank() ? EvaluationSetting.UNKNOWN : text;
  }
}
