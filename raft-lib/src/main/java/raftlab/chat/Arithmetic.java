package raftlab.chat;

import java.util.ArrayList;
import java.util.List;

/** Operators between two values. */
final class Arithmetic {

  private static final int LONGEST = 1 << 20;

  private Arithmetic() {}

  static Object of(String operator, Object first, Object second) {
    if (operator.equals("+")) {
      return sum(first, second);
    }
    Object a = Markup.plain(first);
    Object b = Markup.plain(second);
    return switch (operator) {
      case "~" -> Values.text(a) + Values.text(b);
      case "==" -> Comparison.same(a, b);
      case "!=" -> !Comparison.same(a, b);
      case "<" -> Comparison.compare(a, b) < 0;
      case ">" -> Comparison.compare(a, b) > 0;
      case "<=" -> Comparison.compare(a, b) <= 0;
      case ">=" -> Comparison.compare(a, b) >= 0;
      case "in" -> Comparison.contains(b, a);
      case "not in" -> !Comparison.contains(b, a);
      case "*" -> product(a, b);
      case "%" -> a instanceof String text ? Format.percent(text, b) : numbers("%", a, b);
      default -> numbers(operator, a, b);
    };
  }

  private static Object sum(Object a, Object b) {
    boolean texts = Markup.plain(a) instanceof String && Markup.plain(b) instanceof String;
    if (texts && (a instanceof Markup || b instanceof Markup)) {
      return Markup.sum(a, b);
    }
    if (a instanceof String first && b instanceof String second) {
      return first + second;
    }
    if (a instanceof List<?> first
        && b instanceof List<?> second
        && a instanceof Tuple == b instanceof Tuple) {
      List<Object> both = new ArrayList<>(first);
      both.addAll(second);
      return a instanceof Tuple ? new Tuple(both) : both;
    }
    return numbers("+", a, b);
  }

  private static Object product(Object a, Object b) {
    if (b instanceof String || b instanceof List<?>) {
      return a instanceof Long ? product(b, a) : numbers("*", a, b);
    }
    if (!(b instanceof Long times) || !(a instanceof String || a instanceof List<?>)) {
      return numbers("*", a, b);
    }
    int size = a instanceof String text ? text.length() : ((List<?>) a).size();
    if (times > LONGEST || times * size > LONGEST) {
      throw Broken.rendering("a text is repeated " + times + " times");
    }
    if (a instanceof String text) {
      return text.repeat((int) Math.max(0, times));
    }
    List<Object> all = new ArrayList<>();
    for (long i = 0; i < times; i++) {
      all.addAll((List<?>) a);
    }
    return a instanceof Tuple ? new Tuple(all) : all;
  }

  private static Object numbers(String operator, Object first, Object second) {
    Object a = number(first);
    Object b = number(second);
    if (!(a instanceof Number x && b instanceof Number y)) {
      throw Broken.rendering(
          Values.kind(a) + " " + operator + " " + Values.kind(b) + " has no value");
    }
    boolean divided = operator.equals("/") || operator.equals("//") || operator.equals("%");
    if (divided && y.doubleValue() == 0) {
      throw Broken.rendering("it divides by zero");
    }
    boolean whole = a instanceof Long && b instanceof Long && !operator.equals("/");
    if (!whole || (operator.equals("**") && y.longValue() < 0)) {
      return realNumbers(operator, x.doubleValue(), y.doubleValue());
    }
    try {
      return wholeNumbers(operator, x.longValue(), y.longValue());
    } catch (ArithmeticException e) {
      throw Broken.rendering(a + " " + operator + " " + b + " is too large");
    }
  }

  private static Object number(Object value) {
    return value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
  }

  private static Object wholeNumbers(String operator, long x, long y) {
    return switch (operator) {
      case "+" -> Math.addExact(x, y);
      case "-" -> Math.subtractExact(x, y);
      case "*" -> Math.multiplyExact(x, y);
      case "//" -> Math.floorDiv(x, y);
      case "%" -> Math.floorMod(x, y);
      default -> power(x, y);
    };
  }

  private static long power(long x, long y) {
    if (Math.abs(x) > 1 && y > 64) {
      throw new ArithmeticException();
    }
    long result = 1;
    for (long i = 0; i < (Math.abs(x) > 1 ? y : Math.min(y, 2 - (y & 1))); i++) {
      result = Math.multiplyExact(result, x);
    }
    return result;
  }

  private static Object realNumbers(String operator, double x, double y) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> x / y;
      case "//" -> Math.floor(x / y);
      case "%" -> x - y * Math.floor(x / y);
      default -> Math.pow(x, y);
    };
  }
}
