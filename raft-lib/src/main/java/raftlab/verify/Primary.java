package raftlab.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Based;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Clock;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Quantity;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;
import raftlab.verify.Node.Text;

/** Reads what stands by itself: numbers, names, brackets, functions, macros. */
final class Primary {

  private static final Set<String> NO_VALUE =
      Set.of(
          "le",
          "ge",
          "ne",
          "in",
          "to",
          "iff",
          "cup",
          "cap",
          "setminus",
          "pm",
          "mp",
          "and",
          "or",
          "approx",
          "equiv",
          "end",
          "rfloor",
          "rceil",
          "rangle",
          "%",
          "}",
          "\\",
          "",
          "text",
          "cong");

  private final Parser parser;
  private final Terms terms;
  private final Cursor cursor;
  private final Budget budget;

  Primary(Parser parser, Terms terms, Cursor cursor, Budget budget) {
    this.parser = parser;
    this.terms = terms;
    this.cursor = cursor;
    this.budget = budget;
  }

  static boolean startsValue(String macro) {
    return !NO_VALUE.contains(macro);
  }

  Node value() {
    budget.node();
    char c = cursor.peek();
    if (Character.isDigit(c) || c == '.') {
      return number();
    }
    if (Character.isLetter(c)) {
      return name();
    }
    return switch (c) {
      case '(', '[' -> bracketed(c);
      case '{' -> parser.inner(cursor.inside());
      case '|' -> absolute();
      case '\\' -> macro();
      case '€', '£', '¥' -> {
        cursor.take(String.valueOf(c));
        yield new Quantity(terms.factor(), String.valueOf(c));
      }
      default -> throw new Unparsable();
    };
  }

  Node number() {
    String digits = cursor.number();
    if (digits.isEmpty()) {
      throw new Unparsable();
    }
    Budget.atMost(digits.length(), 1_200, "digits");
    if (digits.indexOf('.') < 0) {
      Node special = clockOrBase(digits);
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
    String tidy = digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits;
    Numeral numeral = Numeral.decimal(tidy, 0, tidy.length());
    if (numeral == null) {
      throw new Unparsable();
    }
    return new Num(numeral);
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
    return Character.isDigit(cursor.charAt(1))
        && Character.isDigit(cursor.charAt(2))
        && Character.isDigit(cursor.charAt(3))
        && !Character.isDigit(cursor.charAt(4))
        && cursor.charAt(4) != '/';
  }

  private Node clockOrBase(String digits) {
    if (cursor.charAt(0) == '_') {
      cursor.take("_");
      String base = cursor.peek() == '{' ? cursor.group() : cursor.number();
      return new Based(digits, base.replace("\\text{", "").replace("}", ""));
    }
    boolean colon =
        cursor.charAt(0) == ':'
            && Character.isDigit(cursor.charAt(1))
            && Character.isDigit(cursor.charAt(2));
    if (!colon || digits.length() > 2 || Character.isDigit(cursor.charAt(3))) {
      return null;
    }
    cursor.take(":");
    int minute = Integer.parseInt(cursor.number().replace(".", ""));
    return new Clock(Integer.parseInt(digits), minute, UnitReader.half(cursor));
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
    Budget.atMost(period.length(), 64, "repeating digits");
    BigInteger head = new BigInteger("0" + digits.replace(".", ""));
    BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
    BigInteger num = head.multiply(nines).add(new BigInteger(period));
    return new Num(Numeral.exact(Rational.of(num, nines.multiply(BigInteger.TEN.pow(scale)))));
  }

  private Node name() {
    String letters = cursor.letters();
    if (Functions.isFunction(letters)) {
      cursor.take(letters);
      return new FunctionReader(parser, terms, cursor).read(letters);
    }
    if (letters.length() == 2 && letters.equals("pi")) {
      cursor.take(letters);
      return new Sym("pi");
    }
    if (letters.length() >= 4 || letters.equals("inf")) {
      cursor.take(letters);
      return letters.startsWith("inf") ? new Sym("infty") : words(letters);
    }
    String first = letters.substring(0, 1);
    cursor.at++;
    return subscripted(first);
  }

  private Node words(String first) {
    StringBuilder all = new StringBuilder(first);
    while (Character.isLetter(cursor.peek()) && !cursor.sees("and") && !cursor.sees("or")) {
      String next = cursor.letters();
      cursor.at += next.length();
      all.append(' ').append(next);
    }
    return new Text(all.toString());
  }

  /** A name with its subscript and primes. */
  Node subscripted(String name) {
    String whole = name;
    if (cursor.peek() == '_') {
      cursor.take("_");
      if (cursor.peek() == '{') {
        whole += "_" + cursor.group();
      } else {
        whole += "_" + cursor.next();
      }
    }
    while (cursor.take("'")) {
      whole += "'";
    }
    if (("fgh".contains(name)
            || (name.length() == 1 && Character.isUpperCase(name.charAt(0)) && whole.length() > 1))
        && cursor.charAt(0) == '(') {
      return new Op("call " + whole, terms.arguments());
    }
    return new Sym(whole);
  }

  private Node bracketed(char open) {
    parser.deeper();
    cursor.take(String.valueOf(open));
    List<Node> parts = parser.items();
    parser.shallower();
    char close = cursor.peek();
    if (close != ')' && close != ']') {
      throw new Unparsable();
    }
    cursor.take(String.valueOf(close));
    boolean group =
        parts.size() == 1
            && !(open == '[' && close == ']' && cursor.done())
            && (open == '(') == (close == ')');
    return group ? parts.get(0) : new Bracketed(open, close, parts);
  }

  private Node absolute() {
    cursor.take("|");
    parser.deeper();
    Node inside = parser.sum();
    parser.shallower();
    if (!cursor.take("|")) {
      throw new Unparsable();
    }
    return Op.of("abs", inside);
  }

  private Node macro() {
    if (cursor.take("\\{")) {
      List<Node> parts = cursor.sees("\\}") ? new ArrayList<>() : parser.items();
      if (!cursor.take("\\}")) {
        throw new Unparsable();
      }
      return new Several(Several.Kind.SET, parts);
    }
    if (cursor.take("\\$")) {
      return new Quantity(terms.factor(), "$");
    }
    return new MacroReader(parser, terms, this, cursor).read(cursor.macro());
  }
}
