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
  private static final int LONGEST_PERIOD = 64;

  private final Cursor cursor;

  NumberReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Node read() {
    String digits = cursor.number();
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
    if (cursor.sees("\\overline") && digits.indexOf('.') >= 0) {
      cursor.take("\\overline");
      return repeating(digits, cursor.group());
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
    return cursor.charAt(0) == ' ' ? mixed(digits) : null;
  }

  /** The base that stands as a subscript. */
  Based based(String digits) {
    cursor.take("_");
    String base = cursor.peek() == '{' ? cursor.group() : cursor.number();
    return new Based(digits, base.replace("\\text{", "").replace("}", ""));
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

  private static Node repeating(String digits, String period) {
    int scale = digits.length() - digits.indexOf('.') - 1;
    if (period.isEmpty() || !period.chars().allMatch(Character::isDigit)) {
      throw new Unparsable();
    }
    Budget.atMost(period.length(), LONGEST_PERIOD, "repeating digits");
    BigInteger head = new BigInteger("0" + digits.replace(".", ""));
    BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
    BigInteger num = head.multiply(nines).add(new BigInteger(period));
    return new Num(Numeral.exact(Rational.of(num, nines.multiply(BigInteger.TEN.pow(scale)))));
  }

  /** Returns a number times a power of ten, as {@code 1.2 million} writes it. */
  static Node scaled(Node value, int power) {
    Node factor = new Num(Numeral.exact(Rational.of(BigInteger.TEN.pow(power))));
    return new Op("*", List.of(value, factor));
  }
}
