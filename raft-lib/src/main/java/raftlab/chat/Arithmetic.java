package raftlab.chat;

import java.util.ArrayList;
import java.util.List;

/** Operators between two values. */
final class Arithmetic {

  private Arithmetic() {}

  static Object of(String operator, Object a, Object b) {
    return switch (operator) {
      case "~" -> Values.text(a) + Values.text(b);
      case "==" -> Values.same(a, b);
      case "!=" -> !Values.same(a, b);
      case "<" -> Values.compare(a, b) < 0;
      case ">" -> Values.compare(a, b) > 0;
      case "<=" -> Values.compare(a, b) <= 0;
      case ">=" -> Values.compare(a, b) >= 0;
      case "in" -> Values.contains(b, a);
      case "not in" -> !Values.contains(b, a);
      case "+" -> sum(a, b);
      default -> numbers(operator, a, b);
    };
  }

  private static Object sum(Object a, Object b) {
    if (a instanceof String first && b instanceof String second) {
      return first + second;
    }
    if (a instanceof List<?> first && b instanceof List<?> second) {
      List<Object> both = new ArrayList<>(first);
      both.addAll(second);
      return both;
    }
    return numbers("+", a, b);
  }

  private static Object numbers(String operator, Object a, Object b) {
    if (operator.equals("*") && a instanceof String text && b instanceof Long times) {
      if (times * text.length() > 1 << 20) {
        throw Broken.rendering("a text is repeated " + times + " times");
      }
      return text.repeat((int) Math.max(0, times));
    }
    if (!(a instanceof Number x && b instanceof Number y)) {
      throw Broken.rendering(
          Values.kind(a) + " " + operator + " " + Values.kind(b) + " has no value");
    }
    boolean whole = a instanceof Long && b instanceof Long;
    if ("/ // %".contains(operator) && y.doubleValue() == 0) {
      throw Broken.rendering("it divides by zero");
    }
    return whole && !operator.equals("/")
        ? wholeNumbers(operator, x.longValue(), y.longValue())
        : realNumbers(operator, x.doubleValue(), y.doubleValue());
  }

  private static Object wholeNumbers(String operator, long x, long y) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "//" -> Math.floorDiv(x, y);
      case "%" -> Math.floorMod(x, y);
      default -> (long) Math.pow((double) x, (double) y);
    };
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
