package raftlab.report.published;

import raftlab.core.Checks;

/**
 * One published number.
 *
 * @param method what was done to the model, such as {@code RAFT}
 * @param setting how it was obtained
 * @param value the number, in {@code unit}
 * @param printed the number as its source prints it
 * @param unit such as {@code %} or {@code wins}
 * @param mark how far it can be trusted
 * @param table where in the source it stands, empty if there is only one place
 * @param note a remark, empty if there is none
 */
public record PublishedRow(
    String method,
    EvaluationSetting setting,
    double value,
    String printed,
    String unit,
    Mark mark,
    String table,
    String note) {

  public PublishedRow {
    Checks.notBlank(method, "method");
    Checks.notNull(setting, "setting");
    Checks.notNull(mark, "mark");
  }
}
