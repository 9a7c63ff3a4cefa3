package raftlab.chat;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The filters that make numbers or change them. */
final class Numbers {

  private Numbers() {}

  static Filter find(String name) {
    return switch (name) {
      case "int" -> Numbers::toInt;
      case "float" -> Numbers::toFloat;
      case "abs" -> (value, passed) -> abs(value);
      default -> Numbers::rounded;
    };
  }

  private static Object toInt(Object value, Passed passed) {
    refuseUndefined(value);
    Object fallback = passed.at(0, "default", 0L);
    if (value instanceof Long || value instanceof Boolean) {
      return Values.whole(value);
    }
    try {
      if (value instanceof String text) {
        return Long.parseLong(digits(text), (int) passed.whole(1, "base", 10));
      }
    } catch (NumberFormatException e) {
      // As in Jinja, a text such as 4.7 is read as a real number then.
    }
    Object real = toFloat(value, new Passed(java.util.List.of(Double.NaN), java.util.Map.of()));
    double number = (Double) real;
    return Double.isNaN(number) || Double.isInfinite(number) ? fallback : (Object) (long) number;
  }

  private static String digits(String text) {
    return Blank.strip(text).replaceAll("(?<=[0-9])_(?=[0-9])", "");
  }

  private static Object toFloat(Object value, Passed passed) {
    refuseUndefined(value);
    if (value instanceof Number || value instanceof Boolean) {
      return Values.real(value);
    }
    try {
      if (value instanceof String text && digits(text).matches("[-+.0-9eE]+")) {
        return Double.parseDouble(digits(text));
      }
    } catch (NumberFormatException e) {
      // No number: the fallback.
    }
    return passed.at(0, "default", 0.0);
  }

  private static void refuseUndefined(Object value) {
    if (value instanceof Undefined) {
      throw Broken.rendering(Values.kind(value) + " is no number");
    }
  }

  private static Object abs(Object value) {
    return value instanceof Double real ? (Object) Math.abs(real) : Math.abs(Values.whole(value));
  }

  private static Object rounded(Object value, Passed passed) {
    int precision = (int) passed.whole(0, "precision", 0);
    String method = Values.text(passed.at(1, "method", "common"));
    double number = Values.real(value);
    if (Math.abs(precision) > 300 || Double.isNaN(number) || Double.isInfinite(number)) {
      throw Broken.rendering(Values.kind(value) + " cannot be rounded");
    }
    double scale = Math.pow(10, precision);
    return switch (method) {
      case "ceil" -> Math.ceil(number * scale) / scale;
      case "floor" -> Math.floor(number * scale) / scale;
      case "common" ->
          new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).doubleValue();
      default -> throw Broken.rendering("the way to round \"" + method + "\" is not known");
    };
  }
}
