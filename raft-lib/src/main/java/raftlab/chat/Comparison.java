package raftlab.chat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Equality, order and membership as Python has them. */
final class Comparison {

  private Comparison() {}

  static boolean same(Object first, Object second) {
    Object a = Markup.plain(first);
    Object b = Markup.plain(second);
    if (number(a) instanceof Number x && number(b) instanceof Number y) {
      return x.doubleValue() == y.doubleValue();
    }
    if (a instanceof Undefined && b instanceof Undefined) {
      return true;
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      return a instanceof Tuple == b instanceof Tuple && sameItems(x, y);
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return x.size() == y.size()
          && x.entrySet().stream()
              .allMatch(e -> y.containsKey(e.getKey()) && same(e.getValue(), y.get(e.getKey())));
    }
    return a.equals(b);
  }

  private static boolean sameItems(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> others = b.iterator();
    for (Object each : a) {
      if (!same(each, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static Object number(Object value) {
    return value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
  }

  static int compare(Object a, Object b) {
    if (number(a) instanceof Number x && number(b) instanceof Number y) {
      return Double.compare(x.doubleValue(), y.doubleValue());
    }
    if (a instanceof String x && b instanceof String y) {
      return byCodePoints(x, y);
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
        if (!same(x.get(i), y.get(i))) {
          return compare(x.get(i), y.get(i));
        }
      }
      return Integer.compare(x.size(), y.size());
    }
    throw Broken.rendering(Values.kind(a) + " and " + Values.kind(b) + " cannot be compared");
  }

  private static int byCodePoints(String a, String b) {
    Iterator<Integer> others = b.codePoints().iterator();
    for (int point : (Iterable<Integer>) a.codePoints()::iterator) {
      if (!others.hasNext()) {
        return 1;
      }
      int other = others.next();
      if (point != other) {
        return Integer.compare(point, other);
      }
    }
    return others.hasNext() ? -1 : 0;
  }

  static boolean contains(Object whole, Object part) {
    if (whole instanceof String text) {
      if (part instanceof String inner) {
        return text.contains(inner);
      }
      throw Broken.rendering("a text cannot contain " + Values.kind(part));
    }
    if (whole instanceof Map<?, ?> map) {
      return map.containsKey(part);
    }
    return Values.items(whole).stream().anyMatch(each -> same(each, part));
  }
}
