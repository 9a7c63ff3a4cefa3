package raftlab.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods of Python's texts, dictionaries and lists that templates call. Methods that change
 * their value are undefined, as in the sandbox of transformers.
 */
final class Methods {

  private static final Set<String> CHANGE_MAP =
      Set.of("pop", "popitem", "clear", "update", "setdefault");
  private static final Set<String> CHANGE_LIST =
      Set.of("append", "extend", "insert", "pop", "remove", "reverse", "sort", "clear");

  private Methods() {}

  /** Returns a bound method, an undefined value for a forbidden one, or null. */
  static Object find(Object value, String name) {
    if (value instanceof String text) {
      return TextMethods.find(text, name);
    }
    if (value instanceof Map<?, ?> map) {
      return CHANGE_MAP.contains(name) ? Undefined.named(name) : ofMap(map, name);
    }
    if (value instanceof List<?> list) {
      return CHANGE_LIST.contains(name) ? Undefined.named(name) : ofList(list, name);
    }
    return null;
  }

  private static Callable ofMap(Map<?, ?> map, String name) {
    return switch (name) {
      case "items" -> passed -> pairs(map);
      case "keys" -> passed -> new ArrayList<>(map.keySet());
      case "values" -> passed -> new ArrayList<>(map.values());
      case "copy" -> passed -> new LinkedHashMap<>(map);
      case "get" ->
          passed -> {
            Object key = passed.needed(0, "key");
            return map.containsKey(key) ? map.get(key) : passed.at(1, "default", None.NONE);
          };
      default -> null;
    };
  }

  private static Callable ofList(List<?> list, String name) {
    return switch (name) {
      case "copy" -> passed -> new ArrayList<>(list);
      case "count" ->
          passed ->
              list.stream()
                  .filter(each -> Comparison.same(each, passed.needed(0, "value")))
                  .count();
      case "index" -> passed -> index(list, passed.needed(0, "value"));
      default -> null;
    };
  }

  private static long index(List<?> list, Object value) {
    for (int i = 0; i < list.size(); i++) {
      if (Comparison.same(list.get(i), value)) {
        return i;
      }
    }
    throw Broken.rendering(Values.kind(value) + " is not in the list");
  }

  static List<Object> pairs(Map<?, ?> map) {
    List<Object> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
    return pairs;
  }
}
