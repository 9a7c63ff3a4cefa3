package raftlab.core;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Shares in per cent, rounded half up from the digits that the share itself is written with: 100 *
 * 0.4085 is 40.849999999999994 in binary, and a table would say 40.8 where a curve says 0.409.
 */
public final class Percent {

  private Percent() {}

  /** Returns a share in per cent without the sign, such as {@code 40.9}; NaN as it is. */
  public static String of(double share, int digits) {
    return Double.isFinite(share)
        ? BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(digits, RoundingMode.HALF_UP)
            .toPlainString()
        : String.valueOf(share);
  }
}
