package raftlab.chat;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands after {@code is}. */
final class Tests {

  /** A test with what it is given. */
  @FunctionalInterface
  interface Test {

    boolean holds(Object value, Passed passed);
  }

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("equalto", "=="),
          Map.entry("eq", "=="),
          Map.entry("ne", "!="),
          Map.entry("lt", "<"),
          Map.entry("lessthan", "<"),
          Map.entry("le", "<="),
          Map.entry("gt", ">"),
          Map.entry("greaterthan", ">"),
          Map.entry("ge", ">="));

  private Tests() {}

  /** Returns a test by name, or null. */
  static Test find(String given) {
    String name = OTHER_NAMES.getOrDefault(given, given);
    return switch (name) {
      case "defined" -> (value, p) -> !(value instanceof Undefined);
      case "undefined" -> (value, p) -> value instanceof Undefined;
      case "none" -> (value, p) -> value == None.NONE;
      case "string" -> (value, p) -> Markup.plain(value) instanceof String;
      case "mapping" -> (value, p) -> value instanceof Map<?, ?>;
      case "sequence" -> (value, p) -> isSequence(value);
      case "iterable" -> (value, p) -> isSequence(value) || value instanceof Once;
      case "number" -> (value, p) -> value instanceof Number || value instanceof Boolean;
      case "integer" -> (value, p) -> value instanceof Long;
      case "float" -> (value, p) -> value instanceof Double;
      case "boolean" -> (value, p) -> value instanceof Boolean;
      case "true" -> (value, p) -> Boolean.TRUE.equals(value);
      case "false" -> (value, p) -> Boolean.FALSE.equals(value);
      case "odd" -> (value, p) -> Math.floorMod(Values.whole(value), 2) == 1;
      case "even" -> (value, p) -> Math.floorMod(Values.whole(value), 2) == 0;
      case "callable" -> (value, p) -> value instanceof Callable;
      case "escaped" -> (value, p) -> value instanceof Markup;
      case "filter" -> (value, p) -> Filters.find(Values.text(value)) != null;
      case "test" -> (value, p) -> find(Values.text(value)) != null;
      case "upper" -> (value, p) -> isCased(Values.text(value), true);
      case "lower" -> (value, p) -> isCased(Values.text(value), false);
      case "in" -> (value, p) -> Comparison.contains(p.needed(0, "seq"), value);
      case "sameas" -> (value, p) -> isSame(value, p.needed(0, "other"));
      case "divisibleby" -> (value, p) -> isDivisible(value, p.needed(0, "num"));
      case "==", "!=", "<", "<=", ">", ">=" ->
          (value, p) -> Values.truth(Arithmetic.of(name, value, p.needed(0, "other")));
      default -> null;
    };
  }

  private static boolean isSequence(Object value) {
    return value instanceof List<?>
        || value instanceof Map<?, ?>
        || Markup.plain(value) instanceof String
        || value instanceof Undefined;
  }

  private static boolean isSame(Object value, Object other) {
    return value == other || (value.getClass() == other.getClass() && value.equals(other));
  }

  private static boolean isCased(String text, boolean upper) {
    String turned = upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    return turned.equals(text)
        && !text.toLowerCase(Locale.ROOT).equals(text.toUpperCase(Locale.ROOT));
  }

  private static boolean isDivisible(Object value, Object by) {
    return Values.whole(Arithmetic.of("%", value, by)) == 0;
  }
}
