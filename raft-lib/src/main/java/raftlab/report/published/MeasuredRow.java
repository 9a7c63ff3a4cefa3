package raftlab.report.published;

import raftlab.core.Checks;
import raftlab.eval.Estimate;
import raftlab.eval.Provenance;

/**
 * One number that was measured here, with everything that says how. Made from a stored evaluation
 * or a graded file, never from a typed value.
 *
 * @param id the run or the file it comes from
 * @param setting how it was obtained
 * @param share the number as a share in [0, 1] with its interval
 * @param dataSha256 hash of the data, empty if it is not known
 * @param provenance the prompt template and the grader
 */
public record MeasuredRow(
    String id,
    EvaluationSetting setting,
    Estimate share,
    String dataSha256,
    Provenance provenance) {

  private static final int SHOWN = 8;

  public MeasuredRow {
    Checks.notBlank(id, "id of a measurement");
    Checks.notNull(setting, "setting");
    Checks.notNull(share, "estimate");
    Checks.notNull(dataSha256, "data sha256");
    Checks.notNull(provenance, "provenance");
  }

  /** Returns the number in per cent. */
  public double percent() {
    return 100 * share.value();
  }

  /** Returns run, data, template and grader in a few words, for the row's last cell. */
  public String origin() {
    String data =
        dataSha256.isEmpty()
            ? "data hash unknown"
            : "data " + dataSha256.substring(0, Math.min(SHOWN, dataSha256.length()));
    String hash = provenance.template().shortHash();
    String template = hash.isEmpty() ? "" : ", template " + hash;
    return id + ", " + data + template + ", grader version " + provenance.grader().version();
  }
}
