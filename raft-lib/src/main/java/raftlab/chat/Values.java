package raftlab.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Python's rules for values: String, Long, Double, Boolean, List, {@link Tuple}, Map, {@link None},
 * {@link Undefined}, {@link Callable}, {@link Attributed}, {@link Once}, {@link Markup}.
 */
final class Values {

  private Values() {}

  static boolean truth(Object given) {
    Object value = Markup.plain(given);
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
    return value instanceof Callable || value instanceof Attributed || value instanceof Once;
  }

  /** Python's str(). */
  static String text(Object given) {
    Object value = Markup.plain(given);
    if (value instanceof Undefined) {
      return "";
    }
    return value instanceof String text ? text : Written.of(value);
  }

  /** Returns what must be a text. */
  static String onlyText(Object given) {
    Object value = Markup.plain(given);
    if (value instanceof String text) {
      return text;
    }
    throw Broken.rendering(kind(value) + " is no text");
  }

  /** Returns what a loop runs over. */
  static List<Object> items(Object given) {
    Object value = Markup.plain(given);
    if (value instanceof Collection<?> list) {
      return new ArrayList<>(list);
    }
    if (value instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    if (value instanceof String text) {
      return new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
    }
    if (value instanceof Once once) {
      return once.items();
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
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    throw Broken.rendering(kind(value) + " is no whole number");
  }

  static double real(Object value) {
    return value instanceof Number number ? number.doubleValue() : whole(value);
  }

  static String kind(Object value) {
    if (value instanceof Undefined undefined) {
      return "undefined " + undefined.name();
    }
    String shown = Written.of(value);
    return shown.length() > 40 ? shown.substring(0, 40) + "..." : shown;
  }
}
