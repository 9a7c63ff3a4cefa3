package raftlab.loss;

import raftlab.core.Checks;

/**
 * How far the importance ratio may move the loss (algorithms.md card 4).
 *
 * @param low the ratio counts down to 1 - low; in [0, 1]
 * @param high the ratio counts up to 1 + high; 0 or more. Larger than {@code low}: clip-higher
 *     (arXiv 2503.14476: 0.2 and 0.28)
 * @param dual for a negative advantage the ratio counts up to this (arXiv 1912.09729: 3); more than
 *     1, or 0 for no bound
 */
public record ClipRange(double low, double high, double dual) {

  public ClipRange {
    Checks.usage(
        low >= 0 && low <= 1, "--clip " + low + " is not a range", "", "Give 0 to 1, such as 0.2");
    Checks.usage(
        high >= 0 && Double.isFinite(high),
        "--clip-high " + high + " is not a range",
        "",
        "Give 0 or more, such as 0.28");
    Checks.usage(
        dual == 0 || (dual > 1 && Double.isFinite(dual)),
        "--dual-clip " + dual + " is not a bound",
        "",
        "Give more than 1, such as 3, or 0 for none");
  }

  double clipped(double ratio) {
    return Math.max(1 - low, Math.min(1 + high, ratio));
  }
}
