package raftlab.verify;

import java.math.BigInteger;

/** Decimals without end: {@code 0.\overline{36}}, {@code 0.\dot{3}} and {@code 0.1666...}. */
final class RepeatingDecimals {

  private static final int LONGEST_PERIOD = 64;

  private RepeatingDecimals() {}

  /** Returns the value of the digits given, point included, with a period after them, or null. */
  static Rational value(String digits, String period) {
    if (period.isEmpty() || !period.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    Budget.atMost(period.length(), LONGEST_PERIOD, "repeating digits");
    int scale = digits.length() - digits.indexOf('.') - 1;
    BigInteger head = new BigInteger("0" + digits.replace(".", ""));
    BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
    BigInteger num = head.multiply(nines).add(new BigInteger(period));
    return Rational.of(num, nines.multiply(BigInteger.TEN.pow(scale)));
  }

  /**
   * Returns the value of a decimal that dots continue, or null if no period shows. A period that
   * begins at the point is seen twice, with three digits at least; one that begins later has one or
   * two digits and is seen three times, since {@code 2.718281828...} has none.
   */
  static Rational continued(String digits) {
    int point = digits.indexOf('.');
    String places = digits.substring(point + 1);
    for (int period = 1; period <= Math.min(LONGEST_PERIOD, places.length() / 2); period++) {
      int run = repeated(places, period);
      boolean whole = run == places.length() && run >= Math.max(3, 2 * period);
      if (whole || (period <= 2 && run >= 3 * period)) {
        String head = digits.substring(0, digits.length() - run);
        return value(head, places.substring(places.length() - run, places.length() - run + period));
      }
    }
    return null;
  }

  /** How many digits at the end continue a period of this length. */
  private static int repeated(String places, int period) {
    int run = period;
    while (run < places.length()
        && places.charAt(places.length() - 1 - run)
            == places.charAt(places.length() - 1 - run + period)) {
      run++;
    }
    return run;
  }
}
