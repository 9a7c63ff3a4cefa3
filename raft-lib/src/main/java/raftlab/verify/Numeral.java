package raftlab.verify;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number as written: its exact value and how many decimals it shows.
 *
 * @param value the exact value
 * @param scale digits after the decimal point, or -1 if it has no decimal point
 * @param digits significant digits of a decimal, 0 otherwise
 */
record Numeral(Rational value, int scale, int digits) {

  private static final int LONGEST = 1_200;

  static Numeral exact(Rational value) {
    return new Numeral(value, -1, 0);
  }

  boolean decimal() {
    return scale >= 0;
  }

  /**
   * Reads {@code -12}, {@code 0.50}, {@code 3/4} or {@code -\frac{-3}{4}} without the parser.
   *
   * @return null if the text is anything else
   */
  static Numeral read(String text) {
    int start = 0;
    boolean negative = false;
    while (start < text.length() && (text.charAt(start) == '-' || text.charAt(start) == '+')) {
      negative ^= text.charAt(start) == '-';
      start++;
    }
    if (start >= text.length() || start > 1 || text.length() > LONGEST) {
      return null;
    }
    char first = text.charAt(start);
    Numeral read =
        first == '\\'
            ? fraction(text, start)
            : first == '.' || digit(first) ? plain(text, start) : null;
    return read == null || !negative
        ? read
        : new Numeral(read.value.negate(), read.scale, read.digits);
  }

  private static Numeral plain(String text, int start) {
    int slash = text.indexOf('/', start);
    if (slash < 0) {
      return decimal(text, start, text.length());
    }
    BigInteger num = integer(text, start, slash);
    BigInteger den = integer(text, slash + 1, text.length());
    return num == null || den == null || den.signum() <= 0 ? null : exact(Rational.of(num, den));
  }

  private static Numeral fraction(String text, int start) {
    if (!text.startsWith("\\frac{", start) || text.charAt(text.length() - 1) != '}') {
      return null;
    }
    int middle = text.indexOf("}{", start);
    if (middle < 0) {
      return null;
    }
    BigInteger num = integer(text, start + 6, middle);
    BigInteger den = integer(text, middle + 2, text.length() - 1);
    return num == null || den == null || den.signum() == 0 ? null : exact(Rational.of(num, den));
  }

  /** Reads digits with at most one point. */
  static Numeral decimal(String text, int start, int end) {
    int point = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (!digit(c)) {
        return null;
      }
    }
    if (end - start < (point < 0 ? 1 : 2)) {
      return null;
    }
    if (point < 0) {
      return exact(Rational.of(integer(text, start, end)));
    }
    return shown(new BigDecimal(text.substring(start, end)), end - point - 1);
  }

  /** A decimal number that shows so many places. */
  static Numeral shown(BigDecimal value, int scale) {
    BigInteger ten = BigInteger.TEN.pow(Math.max(0, value.scale()));
    Rational exact = Rational.of(value.unscaledValue(), ten);
    int precision = value.signum() == 0 ? 0 : value.precision();
    return new Numeral(exact, scale, precision);
  }

  private static BigInteger integer(String text, int start, int end) {
    int from = start < end && text.charAt(start) == '-' ? start + 1 : start;
    if (from >= end) {
      return null;
    }
    long small = 0;
    for (int i = from; i < end; i++) {
      if (!digit(text.charAt(i))) {
        return null;
      }
      small = small * 10 + (text.charAt(i) - '0');
    }
    return end - from <= 18
        ? BigInteger.valueOf(from > start ? -small : small)
        : new BigInteger(text.substring(start, end));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
