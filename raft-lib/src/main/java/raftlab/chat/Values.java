package raftlab.chat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Python's rules for values: String, Long, Double, Boolean, List, Map with text keys, {@link None},
 * {@link Undefined}, {@link Callable}.
 */
final class Values {

  private Values() {}

  static boolean truth(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    if (value instanceof Collection<?> list) {
      return !list.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    return value instanceof Callable;
  }

  /** Python's str(). */
  static String text(Object value) {
    if (value instanceof Undefined) {
      return "";
    }
    return value instanceof String text ? text : written(value);
  }

  /** Python's repr(). */
  static String written(Object value) {
    if (value instanceof String text) {
      String quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
      String body = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
      return quote + (quote.equals("'") ? body.replace("'", "\\'") : body) + quote;
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value == None.NONE) {
      return "None";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Values::written).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(each -> written(each.getKey()) + ": " + written(each.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e16) {
      return new BigDecimal(number).setScale(1).toPlainString();
    }
    return String.valueOf(value);
  }

  static boolean same(Object a, Object b) {
    if (a instanceof Boolean flag && b instanceof Number) {
      return same(flag ? 1L : 0L, b);
    }
    if (a instanceof Number x && b instanceof Number y) {
      return x.doubleValue() == y.doubleValue();
    }
    if (a instanceof Undefined && b instanceof Undefined) {
      return true;
    }
    return a.equals(b);
  }

  @SuppressWarnings("unchecked") // both of one comparable type
  static int compare(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return Double.compare(x.doubleValue(), y.doubleValue());
    }
    if (a instanceof String && b instanceof String) {
      return ((Comparable<Object>) a).compareTo(b);
    }
    throw Broken.rendering(kind(a) + " and " + kind(b) + " cannot be compared");
  }

  static boolean contains(Object whole, Object part) {
    if (whole instanceof String text) {
      return text.contains(text(part));
    }
    if (whole instanceof Map<?, ?> map) {
      return map.containsKey(part);
    }
    return items(whole).stream().anyMatch(each -> same(each, part));
  }

  /** Returns what a loop runs over. */
  static List<Object> items(Object value) {
    if (value instanceof Collection<?> list) {
      return new ArrayList<>(list);
    }
    if (value instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    if (value instanceof String text) {
      return new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
    }
    if (value instanceof Undefined) {
      return new ArrayList<>();
    }
    throw Broken.rendering(kind(value) + " is nothing to loop over");
  }

  static long whole(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw Broken.rendering(kind(value) + " is no whole number");
  }

  static String kind(Object value) {
    if (value instanceof Undefined undefined) {
      return "undefined " + undefined.name();
    }
    String shown = written(value);
    return shown.length() > 40 ? shown.substring(0, 40) + "..." : shown;
  }
}
