package raftlab.data.minimath;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer read back from its LaTeX: numerator / denominator times the root of a radicand. */
record Exact(long numerator, long denominator, long radicand) {

  private static final Pattern FRACTION = Pattern.compile("(-?)\\\\frac\\{(\\d+)\\}\\{(\\d+)\\}");
  private static final Pattern SURD = Pattern.compile("(\\d*)\\\\sqrt\\{(\\d+)\\}");
  private static final Pattern ENDS = Pattern.compile("([(\\[])(.+), (.+)([)\\]])");

  static Exact of(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      long top = Long.parseLong(fraction.group(1) + fraction.group(2));
      return new Exact(top, Long.parseLong(fraction.group(3)), 1);
    }
    Matcher surd = SURD.matcher(text);
    if (surd.matches()) {
      long factor = surd.group(1).isEmpty() ? 1 : Long.parseLong(surd.group(1));
      return new Exact(factor, 1, Long.parseLong(surd.group(2)));
    }
    BigDecimal decimal = new BigDecimal(text);
    return new Exact(decimal.movePointRight(3).longValueExact(), 1000, 1);
  }

  boolean is(long top, long bottom) {
    return radicand == 1
        && Math.multiplyExact(numerator, bottom) == Math.multiplyExact(top, denominator);
  }

  boolean isRootOf(long square) {
    return numerator > 0 && denominator * denominator * square == numerator * numerator * radicand;
  }

  /** Reads the integer pair (x, y). */
  static long[] pair(String text) {
    Matcher ends = ends(text);
    return new long[] {Long.parseLong(ends.group(2)), Long.parseLong(ends.group(3))};
  }

  /** Whether an interval contains half of an integer. */
  static boolean contains(String interval, long twice) {
    Matcher ends = ends(interval);
    String low = ends.group(2);
    String high = ends.group(3);
    boolean above =
        low.equals("-\\infty")
            || 2 * Long.parseLong(low) < twice
            || (2 * Long.parseLong(low) == twice && ends.group(1).equals("["));
    boolean below =
        high.equals("\\infty")
            || 2 * Long.parseLong(high) > twice
            || (2 * Long.parseLong(high) == twice && ends.group(4).equals("]"));
    return above && below;
  }

  private static Matcher ends(String text) {
    Matcher ends = ENDS.matcher(text);
    if (!ends.matches()) {
      throw new IllegalArgumentException(text + " has no two ends");
    }
    return ends;
  }
}
