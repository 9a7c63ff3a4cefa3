package raftlab.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The filters that take a list, or what a loop can run over. */
final class ListFilters {

  private ListFilters() {}

  /** Returns a filter by name, or null. */
  static Filter find(String name) {
    return switch (name) {
      case "length", "count" -> (v, p) -> (long) Values.items(repeatable(v)).size();
      case "join" -> ListFilters::joined;
      case "list" -> (v, p) -> Values.items(v);
      case "first" -> (v, p) -> v instanceof Once once ? once.next() : at(Values.items(v), 0);
      case "last" -> (v, p) -> last(Values.items(repeatable(v)));
      case "items" -> (v, p) -> items(v);
      case "reverse" -> (v, p) -> reversed(v);
      case "map" -> (v, p) -> new Once(() -> Selection.mapped(v, p));
      case "select" -> (v, p) -> new Once(() -> Selection.kept(v, p, true));
      case "reject" -> (v, p) -> new Once(() -> Selection.kept(v, p, false));
      case "selectattr" -> (v, p) -> new Once(() -> Selection.keptByAttribute(v, p, true));
      case "rejectattr" -> (v, p) -> new Once(() -> Selection.keptByAttribute(v, p, false));
      case "sort" -> ListFilters::sorted;
      case "dictsort" -> ListFilters::sortedPairs;
      case "unique" -> (v, p) -> new Once(() -> unique(v, p));
      case "min" -> (v, p) -> outermost(v, p, false);
      case "max" -> (v, p) -> outermost(v, p, true);
      case "sum" -> ListFilters::sum;
      case "batch" -> (v, p) -> new Once(() -> batches(v, p));
      default -> null;
    };
  }

  private static Object at(List<Object> items, int place) {
    return items.isEmpty() ? Undefined.named("item") : items.get(place);
  }

  private static Object last(List<Object> items) {
    return at(items, items.size() - 1);
  }

  private static Object repeatable(Object value) {
    if (value instanceof Once) {
      throw Broken.rendering("what a filter gives to be read once has no length and no end");
    }
    return value;
  }

  private static Object joined(Object value, Passed passed) {
    Object attribute = passed.at(1, "attribute", None.NONE);
    return String.join(
        Values.text(passed.at(0, "d", "")),
        Values.items(value).stream()
            .map(each -> attribute == None.NONE ? each : Access.path(each, attribute))
            .map(Values::text)
            .toList());
  }

  private static Object items(Object value) {
    return new Once(() -> value instanceof Undefined ? List.of() : Methods.pairs(map(value)));
  }

  private static Map<?, ?> map(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw Broken.rendering(Values.kind(value) + " is no dictionary");
  }

  private static Object reversed(Object value) {
    if (value instanceof String text) {
      return new StringBuilder(text).reverse().toString();
    }
    List<Object> items = Values.items(repeatable(value));
    Collections.reverse(items);
    return new Once(() -> items);
  }

  /** Returns the value by which an item is ordered: texts without regard to case by default. */
  private static Object key(Object item, Object attribute, boolean cased) {
    Object found = attribute == None.NONE ? item : Access.path(item, attribute);
    return found instanceof String text && !cased ? text.toLowerCase(Locale.ROOT) : found;
  }

  private static List<Object> sorted(Object value, Passed passed) {
    boolean cased = passed.flag(1, "case_sensitive");
    Object given = passed.at(2, "attribute", None.NONE);
    List<Object> attributes =
        given instanceof String text ? List.of((Object[]) text.split(",")) : List.of(given);
    Comparator<Object> order =
        Comparator.comparing(
            item ->
                new Tuple(
                    new ArrayList<>(attributes.stream().map(a -> key(item, a, cased)).toList())),
            Comparison::compare);
    return ordered(Values.items(value), order, passed.flag(0, "reverse"));
  }

  private static List<Object> sortedPairs(Object value, Passed passed) {
    boolean cased = passed.flag(0, "case_sensitive");
    Object by = passed.at(1, "by", "key");
    if (!by.equals("key") && !by.equals("value")) {
      throw Broken.rendering("dictsort by " + Values.kind(by) + " is not known");
    }
    Long place = by.equals("key") ? 0L : 1L;
    Comparator<Object> order =
        Comparator.comparing(pair -> key(pair, place, cased), Comparison::compare);
    return ordered(Methods.pairs(map(value)), order, passed.flag(2, "reverse"));
  }

  private static List<Object> ordered(
      List<Object> items, Comparator<Object> order, boolean backwards) {
    items.sort(backwards ? order.reversed() : order);
    return items;
  }

  private static List<Object> unique(Object value, Passed passed) {
    List<Object> seen = new ArrayList<>();
    List<Object> kept = new ArrayList<>();
    for (Object item : Values.items(value)) {
      Object key =
          key(item, passed.at(1, "attribute", None.NONE), passed.flag(0, "case_sensitive"));
      if (seen.stream().noneMatch(each -> Comparison.same(each, key))) {
        seen.add(key);
        kept.add(item);
      }
    }
    return kept;
  }

  private static Object outermost(Object value, Passed passed, boolean largest) {
    Object attribute = passed.at(1, "attribute", None.NONE);
    boolean cased = passed.flag(0, "case_sensitive");
    Object best = null;
    for (Object item : Values.items(value)) {
      int order =
          best == null
              ? 0
              : Comparison.compare(key(item, attribute, cased), key(best, attribute, cased));
      best = best == null || (largest ? order > 0 : order < 0) ? item : best;
    }
    return best == null ? Undefined.named("item") : best;
  }

  private static Object sum(Object value, Passed passed) {
    Object attribute = passed.at(0, "attribute", None.NONE);
    Object total = passed.at(1, "start", 0L);
    for (Object item : Values.items(value)) {
      total =
          Arithmetic.of("+", total, attribute == None.NONE ? item : Access.path(item, attribute));
    }
    return total;
  }

  private static List<Object> batches(Object value, Passed passed) {
    List<Object> items = Values.items(value);
    int size = (int) Math.max(1, Math.min(items.size() + 1L, passed.whole(0, "linecount", 1)));
    Object filling = passed.at(1, "fill_with", None.NONE);
    List<Object> batches = new ArrayList<>();
    for (int i = 0; i < items.size(); i += size) {
      List<Object> batch = new ArrayList<>(items.subList(i, Math.min(items.size(), i + size)));
      while (filling != None.NONE && batch.size() < size) {
        batch.add(filling);
      }
      batches.add(batch);
    }
    return batches;
  }
}
