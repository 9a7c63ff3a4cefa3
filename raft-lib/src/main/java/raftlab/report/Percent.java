package raftlab.report;

import java.util.Locale;

/** A share in per cent with one digit, as the papers print it. */
final class Percent {

  private Percent() {}

  static String of(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
