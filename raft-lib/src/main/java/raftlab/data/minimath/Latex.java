package raftlab.data.minimath;

/** How numbers, terms and answers are written. */
final class Latex {

  private Latex() {}

  /** Writes n/d in the form it is given; a whole number if d is 1. */
  static String fraction(long n, long d) {
    if (d == 0) {
      throw new ArithmeticException("denominator 0");
    }
    if (d == 1) {
      return Long.toString(n);
    }
    return (n < 0 ? "-" : "") + "\\frac{" + Math.abs(n) + "}{" + d + "}";
  }

  /** Writes {@code units / 10^places} as a decimal without trailing zeros. */
  static String decimal(long units, int places) {
    return java.math.BigDecimal.valueOf(units, places).stripTrailingZeros().toPlainString();
  }

  /** Writes c times the square root of r. */
  static String surd(long c, long r) {
    if (r == 1) {
      return Long.toString(c);
    }
    return (c == 1 ? "" : Long.toString(c)) + "\\sqrt{" + r + "}";
  }

  static String pair(Object x, Object y) {
    return "(" + x + ", " + y + ")";
  }

  /** Writes b with its sign as it follows a term, such as {@code + 5} or {@code - 5}. */
  static String plus(long b) {
    return (b < 0 ? "- " : "+ ") + Math.abs(b);
  }

  /** Writes a term such as {@code 3x}, {@code x} or {@code -x}. */
  static String term(long a, String variable) {
    return (a == 1 ? "" : a == -1 ? "-" : Long.toString(a)) + variable;
  }

  /** Writes {@code ax + b}. */
  static String linear(long a, String variable, long b) {
    return term(a, variable) + (b == 0 ? "" : " " + plus(b));
  }

  /** Writes a negative number in parentheses, as it stands after an operator. */
  static String operand(long a) {
    return a < 0 ? "(" + a + ")" : Long.toString(a);
  }
}
