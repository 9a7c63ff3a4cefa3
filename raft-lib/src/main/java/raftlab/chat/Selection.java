package raftlab.chat;

import java.util.ArrayList;
import java.util.List;

/** The filters that pick items by a test or turn each into something else. */
final class Selection {

  private Selection() {}

  static List<Object> kept(Object value, Passed passed, boolean wanted) {
    List<Object> kept = new ArrayList<>();
    for (Object item : items(value)) {
      if (holds(item, passed) == wanted) {
        kept.add(item);
      }
    }
    return kept;
  }

  static List<Object> keptByAttribute(Object value, Passed passed, boolean wanted) {
    Object attribute = passed.needed(0, "attribute");
    List<Object> kept = new ArrayList<>();
    for (Object item : items(value)) {
      if (holds(Access.path(item, attribute), passed.from(1)) == wanted) {
        kept.add(item);
      }
    }
    return kept;
  }

  /** As in Jinja, what is not true has no items, None included. */
  private static List<Object> items(Object value) {
    return Values.truth(value) ? Values.items(value) : List.of();
  }

  private static boolean holds(Object value, Passed passed) {
    if (passed.plain().isEmpty()) {
      return Values.truth(value);
    }
    String name = Values.text(passed.plain().get(0));
    Tests.Test test = Tests.find(name);
    if (test == null) {
      throw Broken.rendering("the test \"" + name + "\" is not known");
    }
    return test.holds(value, passed.from(1));
  }

  static List<Object> mapped(Object value, Passed passed) {
    List<Object> results = new ArrayList<>();
    for (Object item : items(value)) {
      results.add(
          passed.named().containsKey("attribute") ? looked(item, passed) : run(item, passed));
    }
    return results;
  }

  private static Object looked(Object item, Passed passed) {
    Object found = Access.path(item, passed.named().get("attribute"));
    return found instanceof Undefined && passed.named().containsKey("default")
        ? passed.named().get("default")
        : found;
  }

  private static Object run(Object item, Passed passed) {
    String name = Values.text(passed.needed(0, "filter"));
    Filter filter = Filters.find(name);
    if (filter == null) {
      throw Broken.rendering("the filter \"" + name + "\" is not known");
    }
    return filter.apply(item, passed.from(1));
  }
}
