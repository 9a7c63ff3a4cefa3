package raftlab.loss;

import raftlab.core.Checks;

/**
 * The pairwise loss of a reward model (algorithms.md card 9; LMFlow rm_trainer.py; with margin
 * OpenRLHF models/loss.py, PairWiseLoss):
 *
 * <pre>L = - mean log sigmoid( r_chosen - r_rejected - margin )</pre>
 *
 * @param margin by how much the chosen reward has to be larger; 0 is the plain model
 */
public record BradleyTerry(double margin) {

  /**
   * A value with its slopes.
   *
   * @param value the mean over pairs; positive
   * @param chosenSlopes d value / d r_chosen of each pair, negative; those of r_rejected are the
   *     same with the other sign
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Value(double value, double[] chosenSlopes) {}

  public BradleyTerry {
    Checks.usage(
        margin >= 0 && Double.isFinite(margin),
        "--margin " + margin + " is not a margin",
        "",
        "Give 0 or more");
  }

  /** Returns the loss of rewards in pairs; both arrays have the same length, at least 1. */
  public Value of(double[] chosen, double[] rejected) {
    Checks.that(
        chosen.length == rejected.length && chosen.length > 0,
        () -> chosen.length + " chosen and " + rejected.length + " rejected rewards");
    double value = 0;
    double[] slopes = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      double z = chosen[i] - rejected[i] - margin;
      value -= Logistic.log(z) / chosen.length;
      slopes[i] = -Logistic.sigmoid(-z) / chosen.length;
    }
    return new Value(value, slopes);
  }
}
