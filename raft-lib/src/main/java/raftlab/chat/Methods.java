package raftlab.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The methods of Python's texts, dictionaries and lists that templates call. */
final class Methods {

  private Methods() {}

  /** Returns a bound method, or an undefined value. */
  static Object find(Object value, String name) {
    if (value instanceof String text) {
      return ofText(text, name);
    }
    if (value instanceof Map<?, ?> map) {
      return ofMap(map, name);
    }
    return Undefined.named(name);
  }

  private static Object ofMap(Map<?, ?> map, String name) {
    return switch (name) {
      case "items" -> (Callable) (a, n) -> pairs(map);
      case "keys" -> (Callable) (a, n) -> new ArrayList<>(map.keySet());
      case "values" -> (Callable) (a, n) -> new ArrayList<>(map.values());
      case "get" ->
          (Callable)
              (a, n) -> {
                Object fallback = a.size() > 1 ? a.get(1) : None.NONE;
                return map.containsKey(a.get(0)) ? map.get(a.get(0)) : fallback;
              };
      default -> Undefined.named(name);
    };
  }

  static List<Object> pairs(Map<?, ?> map) {
    List<Object> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(Arrays.asList(key, value)));
    return pairs;
  }

  private static Object ofText(String text, String name) {
    return switch (name) {
      case "strip" -> (Callable) (a, n) -> strip(text, a, true, true);
      case "lstrip" -> (Callable) (a, n) -> strip(text, a, true, false);
      case "rstrip" -> (Callable) (a, n) -> strip(text, a, false, true);
      case "upper" -> (Callable) (a, n) -> text.toUpperCase(Locale.ROOT);
      case "lower" -> (Callable) (a, n) -> text.toLowerCase(Locale.ROOT);
      case "title" -> (Callable) (a, n) -> title(text);
      case "capitalize" -> (Callable) (a, n) -> capitalized(text);
      case "startswith" -> (Callable) (a, n) -> any(a.get(0), text::startsWith);
      case "endswith" -> (Callable) (a, n) -> any(a.get(0), text::endsWith);
      case "replace" ->
          (Callable) (a, n) -> text.replace(Values.text(a.get(0)), Values.text(a.get(1)));
      case "split" -> (Callable) (a, n) -> split(text, a);
      case "find" -> (Callable) (a, n) -> (long) text.indexOf(Values.text(a.get(0)));
      case "count" ->
          (Callable)
              (a, n) -> (long) text.split(Pattern.quote(Values.text(a.get(0))), -1).length - 1;
      case "join" ->
          (Callable)
              (a, n) ->
                  String.join(text, Values.items(a.get(0)).stream().map(Values::text).toList());
      default -> Undefined.named(name);
    };
  }

  private static boolean any(Object endings, java.util.function.Predicate<String> test) {
    return endings instanceof List<?> list
        ? list.stream().anyMatch(each -> test.test(Values.text(each)))
        : test.test(Values.text(endings));
  }

  static String strip(String text, List<Object> arguments, boolean left, boolean right) {
    String characters =
        arguments.isEmpty() || arguments.get(0) == None.NONE ? null : Values.text(arguments.get(0));
    int start = 0;
    int end = text.length();
    while (left && start < end && isStripped(text.charAt(start), characters)) {
      start++;
    }
    while (right && end > start && isStripped(text.charAt(end - 1), characters)) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isStripped(char c, String characters) {
    return characters == null
        ? Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085'
        : characters.indexOf(c) >= 0;
  }

  private static List<Object> split(String text, List<Object> arguments) {
    long most = arguments.size() > 1 ? Values.whole(arguments.get(1)) : -1;
    int limit = most < 0 ? -1 : (int) Math.min(Integer.MAX_VALUE - 1, most) + 1;
    if (arguments.isEmpty() || arguments.get(0) == None.NONE) {
      String stripped = text.strip();
      return stripped.isEmpty()
          ? new ArrayList<>()
          : new ArrayList<>(Arrays.asList((Object[]) stripped.split("\\s+", limit)));
    }
    String separator = Values.text(arguments.get(0));
    if (separator.isEmpty()) {
      throw Broken.rendering("a text is split at nothing");
    }
    return new ArrayList<>(Arrays.asList((Object[]) text.split(Pattern.quote(separator), limit)));
  }

  static String title(String text) {
    StringBuilder titled = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      titled.append(inside ? Character.toLowerCase(c) : Character.toUpperCase(c));
      inside = Character.isLetter(c);
    }
    return titled.toString();
  }

  static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT)
            + text.substring(1).toLowerCase(Locale.ROOT);
  }
}
