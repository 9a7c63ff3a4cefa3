package raftlab.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attributes, items, slices and calls. */
final class Access {

  private Access() {}

  static Expression attribute(Expression of, String name) {
    return scope -> {
      Object value = of.value(scope);
      if (value instanceof Map<?, ?> map && map.containsKey(name)) {
        return map.get(name);
      }
      if (value instanceof Undefined) {
        throw Broken.rendering(Values.kind(value) + " has no " + name);
      }
      return Methods.find(value, name);
    };
  }

  static Expression item(Expression of, Expression key) {
    return scope -> {
      Object value = of.value(scope);
      Object at = key == null ? None.NONE : key.value(scope);
      if (value instanceof Map<?, ?> map) {
        return map.containsKey(at) ? map.get(at) : Undefined.named(Values.text(at));
      }
      if (value instanceof Undefined) {
        throw Broken.rendering(Values.kind(value) + " has no item " + Values.kind(at));
      }
      if (!(at instanceof Long)) {
        return Undefined.named(Values.text(at));
      }
      List<Object> items = Values.items(value);
      long place = Values.whole(at) < 0 ? Values.whole(at) + items.size() : Values.whole(at);
      return place >= 0 && place < items.size()
          ? items.get((int) place)
          : Undefined.named("item " + at);
    };
  }

  static Expression slice(Expression of, Expression from, Expression to, Expression by) {
    return scope -> {
      Object value = of.value(scope);
      List<Object> items = Values.items(value);
      long step = by == null ? 1 : Values.whole(by.value(scope));
      if (step == 0) {
        throw Broken.rendering("a slice has the step 0");
      }
      long size = items.size();
      long low = step > 0 ? 0 : -1;
      long high = step > 0 ? size : size - 1;
      long start = from == null ? (step > 0 ? low : high) : bound(from, scope, size, low, high);
      long end = to == null ? (step > 0 ? high : low) : bound(to, scope, size, low, high);
      List<Object> taken = new ArrayList<>();
      for (long i = start; step > 0 ? i < end : i > end; i += step) {
        taken.add(items.get((int) i));
      }
      return value instanceof String ? joined(taken) : taken;
    };
  }

  private static long bound(Expression given, Scope scope, long size, long low, long high) {
    long place = Values.whole(given.value(scope));
    return Math.max(low, Math.min(high, place < 0 ? place + size : place));
  }

  private static String joined(List<Object> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  static Expression call(Expression function, Arguments arguments) {
    return scope -> {
      Object found = function.value(scope);
      if (found instanceof Callable callable) {
        return callable.call(arguments.values(scope), arguments.namedValues(scope));
      }
      throw Broken.rendering(Values.kind(found) + " is not a function that is known");
    };
  }
}
