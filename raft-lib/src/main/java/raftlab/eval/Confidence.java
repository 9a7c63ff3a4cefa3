package raftlab.eval;

import org.apache.commons.statistics.distribution.NormalDistribution;
import raftlab.core.Checks;

/**
 * How sure an interval is to cover the truth.
 *
 * @param level the share of intervals that do, in (0, 1)
 */
public record Confidence(double level) {

  /** The usual 95 %. */
  public static final Confidence USUAL = new Confidence(0.95);

  private static final double USUAL_Z = 1.96;

  public Confidence {
    Checks.that(level > 0 && level < 1, () -> "confidence " + level + " is not in (0, 1)");
  }

  /** Returns a level given in percent; 95 and 0.95 mean the same. */
  public static Confidence percent(double given) {
    double level = given < 1 ? given : given / 100;
    Checks.usage(
        level > 0 && level < 1,
        "--ci " + given + " is not a confidence",
        "",
        "Give a percentage below 100, such as 95");
    return new Confidence(level);
  }

  /** Returns the share outside the interval on either side. */
  double tail() {
    return (1 - level) / 2;
  }

  /** Returns the normal quantile; at 95 % the rounded 1.96 of card 13 of the algorithm notes. */
  double z() {
    return level == USUAL.level
        ? USUAL_Z
        : NormalDistribution.of(0, 1).inverseSurvivalProbability(tail());
  }
}
