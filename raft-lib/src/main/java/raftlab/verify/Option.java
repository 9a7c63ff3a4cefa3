package raftlab.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The points on which published graders contradict one another; the first value is the default. */
enum Option {
  PERCENT("percent", Rules.Percent.values()),
  UNITS("units", Rules.Units.values()),
  LIST_ORDER("list_order", Rules.ListOrder.values()),
  TUPLE_VS_SET("tuple_vs_set", Rules.TupleVsSet.values()),
  TOLERANCE("tolerance", "rel=1e-6"),
  VARIABLES("variables", Rules.Variables.values()),
  PARTIAL("partial", Rules.Partial.values()),
  RELATION_AS_SET("relation_as_set", Rules.RelationAsSet.values()),
  BOOLEANS("booleans", Rules.Booleans.values()),
  CHOICES("choices", "none"),
  REASONING("reasoning", Rules.Reasoning.values()),
  FALLBACK("fallback", Rules.Fallback.values()),
  FAR_BOXES("far_boxes", Rules.FarBoxes.values()),
  NONTRIVIAL_SIMPLIFICATION("nontrivial_simplification", Rules.Simplification.values()),
  EXTRACTION("extraction", Rules.Protocol.values()),
  DECIMAL_COMMA("decimal_comma", Rules.DecimalComma.values()),
  EQUATION_AS_VALUE("equation_as_value", Rules.EquationAsValue.values()),
  BUDGET_MS("budget_ms", "10");

  private final String key;

  private final String values;

  private final boolean free;

  Option(String key, Enum<?>[] constants) {
    this.key = key;
    this.free = false;
    this.values = Arrays.stream(constants).map(Option::spelled).collect(Collectors.joining(" "));
  }

  Option(String key, String preset) {
    this.key = key;
    this.free = true;
    this.values = preset;
  }

  String key() {
    return key;
  }

  String preset() {
    return allowed().get(0);
  }

  /** The values allowed; for an option with free values only its default. */
  List<String> allowed() {
    return List.of(values.split(" "));
  }

  boolean free() {
    return free;
  }

  /** The values or the forms of values, in words for a reader; the default comes first. */
  String forms() {
    return switch (this) {
      case TOLERANCE -> preset() + ", " + Tolerance.FORMS.replace("rel=1e-6, ", "");
      case CHOICES -> "none, A-D, ABCDE (any range or list of capitals)";
      case BUDGET_MS -> preset() + " (1 to 10000)";
      default -> String.join(", ", allowed());
    };
  }

  static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Option option : values()) {
      keys.add(option.key);
    }
    return keys;
  }

  static Option find(String key) {
    for (Option option : values()) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return null;
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
