package raftlab.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Based;
import raftlab.verify.Node.Clock;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;

/** Reads what begins with a digit: numbers, mixed numbers, times of day, digits in a base. */
final class NumberReader {

  private static final int LONGEST = 1_200;

  private final Cursor cursor;

  NumberReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Node read() {
    String digits = cursor.number();
    if (digits.isEmpty() && cursor.take(".")) {
      Node endless = endless(".");
      return endless == null ? unparsable() : endless;
    }
    if (digits.isEmpty()) {
      throw new Unparsable();
    }
    Budget.atMost(digits.length(), LONGEST, "digits");
    if (digits.indexOf('.') < 0) {
      Node special = special(digits);
      if (special != null) {
        return special;
      }
    }
    digits = spaced(digits);
    if (digits.indexOf('.') >= 0) {
      Node endless = endless(digits);
      if (endless != null) {
        return endless;
      }
    }
    if ((cursor.charAt(0) == 'e' || cursor.charAt(0) == 'E') && exponentAhead()) {
      return scientific(digits);
    }
    return decimal(digits);
  }

  private static Node decimal(String digits) {
    String tidy = digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits;
    Numeral numeral = Numeral.decimal(tidy, 0, tidy.length());
    if (numeral == null) {
      throw new Unparsable();
    }
    return new Num(numeral);
  }

  /** Reads digits alone: what follows, a subscript for one, belongs to something else. */
  Node plain() {
    return decimal(cursor.number());
  }

  private Node special(String digits) {
    if (cursor.charAt(0) == '_') {
      return based(digits);
    }
    if (cursor.charAt(0) == ':' && digits.length() <= 2 && twoDigits(1)) {
      return clock(digits);
    }
    Node oclock = digits.length() <= 2 ? oclock(digits) : null;
    return oclock == null && cursor.charAt(0) == ' ' ? mixed(digits) : oclock;
  }

  /** {@code 3 p.m.}: a whole hour; letters at once after the digits are factors. */
  private Node oclock(String hour) {
    if (cursor.charAt(0) != ' ' && cursor.charAt(0) != '\\') {
      return null;
    }
    int at = cursor.at;
    String half = UnitReader.half(cursor);
    if (half.isEmpty()) {
      cursor.at = at;
      return null;
    }
    return new Clock(Integer.parseInt(hour), 0, 0, half);
  }

  /** The base that stands as a subscript. */
  Based based(String digits) {
    cursor.take("_");
    String base = cursor.peek() == '{' ? cursor.group() : cursor.number();
    String written = base.replace("\\text{", "").replace("}", "");
    Numeral word = NumberWords.read(written);
    return new Based(digits, word == null ? written : word.value().toString());
  }

  private Node clock(String hour) {
    int minute = colonNumber();
    int second = cursor.charAt(0) == ':' && twoDigits(1) ? colonNumber() : 0;
    return new Clock(Integer.parseInt(hour), minute, second, UnitReader.half(cursor));
  }

  private int colonNumber() {
    int value = 10 * (cursor.charAt(1) - '0') + cursor.charAt(2) - '0';
    cursor.at += 3;
    return value;
  }

  private boolean twoDigits(int offset) {
    return Character.isDigit(cursor.charAt(offset))
        && Character.isDigit(cursor.charAt(offset + 1))
        && !Character.isDigit(cursor.charAt(offset + 2));
  }

  /** {@code 3 5/8}: a whole number, a space and a fraction of digits. */
  private Node mixed(String whole) {
    int at = cursor.at;
    cursor.skip();
    String num = digits();
    if (!num.isEmpty() && cursor.charAt(0) == '/') {
      cursor.at++;
      String den = digits();
      if (!den.isEmpty() && cursor.charAt(0) != '.' && new BigInteger(den).signum() > 0) {
        Rational part = Rational.of(new BigInteger(num), new BigInteger(den));
        Rational all = Rational.of(new BigInteger(whole)).plus(part);
        return new Num(Numeral.exact(all));
      }
    }
    cursor.at = at;
    return null;
  }

  private String digits() {
    StringBuilder digits = new StringBuilder();
    while (cursor.charAt(0) >= '0' && cursor.charAt(0) <= '9') {
      digits.append(cursor.charAt(0));
      cursor.at++;
    }
    return digits.toString();
  }

  /** {@code 20 736}: groups of three digits after a space. */
  private String spaced(String digits) {
    String number = digits;
    while (number.indexOf('.') < 0
        && digits.length() <= 3
        && cursor.charAt(0) == ' '
        && threeDigits()) {
      cursor.skip();
      number += cursor.number();
    }
    return number;
  }

  private boolean threeDigits() {
    return Character.isDigit(cursor.charAt(1)) && twoDigits(2) && cursor.charAt(4) != '/';
  }

  private boolean exponentAhead() {
    char next = cursor.charAt(1);
    return Character.isDigit(next)
        || ((next == '-' || next == '+') && Character.isDigit(cursor.charAt(2)));
  }

  private Node scientific(String digits) {
    cursor.at++;
    boolean negative = cursor.take("-");
    cursor.take("+");
    String exponent = cursor.number();
    Budget.atMost(exponent.length(), 3, "digits of an exponent");
    int power = Integer.parseInt(exponent.replace(".", ""));
    BigDecimal value = new BigDecimal("0" + digits).scaleByPowerOfTen(negative ? -power : power);
    return new Num(
        Numeral.shown(value.scale() < 0 ? value.setScale(0) : value, Math.max(0, value.scale())));
  }

  /** A decimal whose period is marked by a bar, dots or brackets, or shown before dots. */
  private Node endless(String digits) {
    if (cursor.take("\\overline")) {
      return repeating(digits, cursor.group());
    }
    if (cursor.sees("\\dot") && cursor.take("\\dot")) {
      StringBuilder period = new StringBuilder(cursor.group());
      String rest = digits();
      boolean closed = cursor.take("\\dot");
      if (closed) {
        period.append(rest).append(cursor.group());
      }
      return closed || rest.isEmpty() ? repeating(digits, period.toString()) : unparsable();
    }
    if (digits.endsWith(".") && cursor.charAt(0) == '(') {
      int at = cursor.at++;
      String period = digits();
      if (!period.isEmpty() && cursor.take(")")) {
        return repeating(digits, period);
      }
      cursor.at = at;
    }
    if (!digits.endsWith(".") && cursor.take("\\dots")) {
      Rational value = RepeatingDecimals.continued(digits);
      return value == null ? decimal(digits) : new Num(Numeral.exact(value));
    }
    return null;
  }

  private static Node unparsable() {
    throw new Unparsable();
  }

  private static Node repeating(String digits, String period) {
    Rational value = RepeatingDecimals.value(digits, period);
    return value == null ? unparsable() : new Num(Numeral.exact(value));
  }

  /** Returns a number times a power of ten, as {@code 1.2 million} writes it. */
  static Node scaled(Node value, int power) {
    if (value instanceof Num num) {
      Numeral numeral = num.numeral();
      Rational whole = numeral.value().times(Rational.of(BigInteger.TEN.pow(power)));
      return new Num(new Numeral(whole, Math.max(0, numeral.scale() - power), numeral.digits()));
    }
    Node factor = new Num(Numeral.exact(Rational.of(BigInteger.TEN.pow(power))));
    return new Op("*", List.of(value, factor));
  }
}
