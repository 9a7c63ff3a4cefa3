package raftlab.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What stands after {@code |}. */
final class Filters {

  static final Set<String> KNOWN =
      Set.of(
          "trim",
          "length",
          "count",
          "tojson",
          "default",
          "d",
          "join",
          "lower",
          "upper",
          "title",
          "capitalize",
          "replace",
          "list",
          "first",
          "last",
          "string",
          "int",
          "items",
          "selectattr",
          "rejectattr",
          "map",
          "safe",
          "reverse",
          "abs",
          "unique",
          "float",
          "e",
          "escape");

  private Filters() {}

  static Object apply(
      String name, Object value, List<Object> arguments, Map<String, Object> named) {
    return switch (name) {
      case "trim" -> Methods.strip(Values.text(value), arguments, true, true);
      case "length", "count" -> (long) size(value);
      case "tojson" -> Json.write(value, argument(arguments, named, 0, "indent", None.NONE));
      case "default", "d" -> orElse(value, arguments, named);
      case "join" ->
          String.join(
              Values.text(argument(arguments, named, 0, "d", "")),
              Values.items(value).stream().map(Values::text).toList());
      case "lower" -> Values.text(value).toLowerCase(Locale.ROOT);
      case "upper" -> Values.text(value).toUpperCase(Locale.ROOT);
      case "title" -> Methods.title(Values.text(value));
      case "capitalize" -> Methods.capitalized(Values.text(value));
      case "replace" ->
          Values.text(value).replace(Values.text(arguments.get(0)), Values.text(arguments.get(1)));
      case "list" -> Values.items(value);
      case "first" -> at(Values.items(value), 0);
      case "last" -> at(Values.items(value), size(value) - 1);
      case "string", "safe" -> Values.text(value);
      case "int" -> toInt(value);
      case "float" -> ((Number) value).doubleValue();
      case "items" -> Methods.pairs((Map<?, ?>) value);
      case "selectattr" -> selected(value, arguments, true);
      case "rejectattr" -> selected(value, arguments, false);
      case "map" -> mapped(value, arguments, named);
      case "reverse" -> reversed(value);
      case "abs" ->
          value instanceof Long n ? Math.abs(n) : Math.abs(((Number) value).doubleValue());
      case "unique" -> new ArrayList<>(new java.util.LinkedHashSet<>(Values.items(value)));
      default -> throw Broken.rendering("the filter \"" + name + "\" is not known");
    };
  }

  private static int size(Object value) {
    return value instanceof Collection<?> list ? list.size() : Values.items(value).size();
  }

  private static Object at(List<Object> items, int place) {
    return place >= 0 && place < items.size() ? items.get(place) : Undefined.named("item");
  }

  private static Object argument(
      List<Object> arguments, Map<String, Object> named, int place, String name, Object fallback) {
    return place < arguments.size() ? arguments.get(place) : named.getOrDefault(name, fallback);
  }

  private static Object orElse(Object value, List<Object> arguments, Map<String, Object> named) {
    boolean alsoFalse = Values.truth(argument(arguments, named, 1, "boolean", false));
    boolean replaced = value instanceof Undefined || (alsoFalse && !Values.truth(value));
    return replaced ? argument(arguments, named, 0, "default_value", "") : value;
  }

  private static Object toInt(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    try {
      return Long.parseLong(Values.text(value).strip());
    } catch (NumberFormatException e) {
      return 0L;
    }
  }

  private static Object reversed(Object value) {
    if (value instanceof String text) {
      return new StringBuilder(text).reverse().toString();
    }
    List<Object> items = Values.items(value);
    Collections.reverse(items);
    return items;
  }

  private static Object get(Object item, Object name) {
    return item instanceof Map<?, ?> map && map.containsKey(name)
        ? map.get(name)
        : Undefined.named(Values.text(name));
  }

  private static List<Object> selected(Object value, List<Object> arguments, boolean wanted) {
    List<Object> kept = new ArrayList<>();
    for (Object item : Values.items(value)) {
      Object found = get(item, arguments.get(0));
      boolean holds =
          arguments.size() < 2
              ? Values.truth(found)
              : holds(Values.text(arguments.get(1)), found, arguments);
      if (holds == wanted) {
        kept.add(item);
      }
    }
    return kept;
  }

  private static boolean holds(String test, Object found, List<Object> arguments) {
    String name = test.equals("==") ? "equalto" : test;
    if (!Tests.KNOWN.contains(name)) {
      throw Broken.rendering("the test \"" + test + "\" is not known");
    }
    return Tests.holds(name, found, arguments.size() > 2 ? arguments.get(2) : None.NONE);
  }

  private static List<Object> mapped(
      Object value, List<Object> arguments, Map<String, Object> named) {
    List<Object> results = new ArrayList<>();
    for (Object item : Values.items(value)) {
      if (named.containsKey("attribute")) {
        results.add(get(item, named.get("attribute")));
      } else {
        List<Object> rest = arguments.subList(1, arguments.size());
        results.add(apply(Values.text(arguments.get(0)), item, rest, named));
      }
    }
    return results;
  }
}
