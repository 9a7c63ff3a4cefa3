package raftlab.chat;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands after {@code is}. */
final class Tests {

  static final Set<String> TAKES_ONE = Set.of("equalto", "eq", "in", "sameas", "divisibleby");

  static final Set<String> KNOWN =
      Set.of(
          "defined",
          "undefined",
          "none",
          "string",
          "mapping",
          "iterable",
          "sequence",
          "number",
          "integer",
          "float",
          "boolean",
          "true",
          "false",
          "odd",
          "even",
          "callable",
          "equalto",
          "eq",
          "in",
          "sameas",
          "divisibleby");

  private Tests() {}

  static boolean holds(String name, Object value, Object argument) {
    return switch (name) {
      case "defined" -> !(value instanceof Undefined);
      case "undefined" -> value instanceof Undefined;
      case "none" -> value == None.NONE;
      case "string" -> value instanceof String;
      case "mapping" -> value instanceof Map<?, ?>;
      case "iterable", "sequence" ->
          value instanceof List<?> || value instanceof Map<?, ?> || value instanceof String;
      case "number" -> value instanceof Number || value instanceof Boolean;
      case "integer" -> value instanceof Long;
      case "float" -> value instanceof Double;
      case "boolean" -> value instanceof Boolean;
      case "true" -> Boolean.TRUE.equals(value);
      case "false" -> Boolean.FALSE.equals(value);
      case "odd" -> Math.floorMod(Values.whole(value), 2) == 1;
      case "even" -> Math.floorMod(Values.whole(value), 2) == 0;
      case "callable" -> value instanceof Callable;
      case "in" -> Values.contains(argument, value);
      case "divisibleby" -> Values.whole(value) % Math.max(1, Values.whole(argument)) == 0;
      default -> Values.same(value, argument);
    };
  }
}
