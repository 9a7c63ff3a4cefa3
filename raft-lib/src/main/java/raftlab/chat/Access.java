package raftlab.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attributes, items and slices, looked for in the order in which Jinja looks for them. */
final class Access {

  private Access() {}

  /** Returns what a dot gives: a method before a dictionary's item. */
  static Object attribute(Object given, String name) {
    Object value = Markup.plain(given);
    refuseUndefined(value, name);
    if (value instanceof Attributed object) {
      return object.attribute(name);
    }
    Object method = Methods.find(value, name);
    if (method != null) {
      return method;
    }
    return value instanceof Map<?, ?> map && map.containsKey(name)
        ? map.get(name)
        : Undefined.named(name);
  }

  /** Returns what square brackets give: a dictionary's item before a method. */
  static Object item(Object given, Object key) {
    Object value = Markup.plain(given);
    Object at = Markup.plain(key);
    refuseUndefined(value, Values.text(at));
    if (value instanceof Map<?, ?> map && map.containsKey(at)) {
      return map.get(at);
    }
    if (at instanceof String name) {
      return attribute(value, name);
    }
    boolean indexed = value instanceof List<?> || value instanceof String;
    if (!indexed || !(at instanceof Long || at instanceof Boolean)) {
      return Undefined.named(Values.text(at));
    }
    List<Object> items = Values.items(value);
    long asked = Values.whole(at);
    long place = asked < 0 ? asked + items.size() : asked;
    return place >= 0 && place < items.size()
        ? items.get((int) place)
        : Undefined.named("item " + at);
  }

  private static void refuseUndefined(Object value, String name) {
    if (value instanceof Undefined) {
      throw Broken.rendering(Values.kind(value) + " has no " + name);
    }
  }

  /** Follows a path such as {@code function.name}, whose whole numbers are places. */
  static Object path(Object value, Object path) {
    if (!(path instanceof String text)) {
      return item(value, path);
    }
    Object found = value;
    for (String part : text.split("\\.", -1)) {
      boolean place = !part.isEmpty() && part.chars().allMatch(Character::isDigit);
      found = item(found, place ? (Object) Long.valueOf(part) : part);
    }
    return found;
  }

  static Expression slice(Expression of, Expression from, Expression to, Expression by) {
    return scope -> {
      Object value = Markup.plain(of.value(scope));
      refuseUndefined(value, "part");
      if (!(value instanceof String || value instanceof List<?>)) {
        return Undefined.named("a part of " + Values.kind(value));
      }
      List<Object> taken =
          sliced(Values.items(value), bound(from, scope), bound(to, scope), bound(by, scope));
      if (value instanceof String) {
        return joined(taken);
      }
      return value instanceof Tuple ? new Tuple(taken) : taken;
    };
  }

  private static Long bound(Expression given, Scope scope) {
    Object value = given == null ? None.NONE : given.value(scope);
    return value == None.NONE ? null : (Long) Values.whole(value);
  }

  private static List<Object> sliced(List<Object> items, Long from, Long to, Long by) {
    long step = by == null ? 1 : by;
    if (step == 0) {
      throw Broken.rendering("a slice has the step 0");
    }
    long size = items.size();
    long low = step > 0 ? 0 : -1;
    long high = step > 0 ? size : size - 1;
    long start = from == null ? (step > 0 ? low : high) : place(from, size, low, high);
    long end = to == null ? (step > 0 ? high : low) : place(to, size, low, high);
    List<Object> taken = new ArrayList<>();
    for (long i = start; step > 0 ? i < end : i > end; i += step) {
      taken.add(items.get((int) i));
    }
    return taken;
  }

  private static long place(long given, long size, long low, long high) {
    return Math.max(low, Math.min(high, given < 0 ? given + size : given));
  }

  private static String joined(List<Object> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }
}
