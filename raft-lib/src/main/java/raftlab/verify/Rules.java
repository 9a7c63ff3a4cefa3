package raftlab.verify;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/**
 * One setting of every option, typed. Immutable; made by {@link Profile}.
 *
 * @param choices the letters of a multiple-choice question in upper case, empty if it is none
 * @param steps evaluation steps allowed for one comparison
 */
record Rules(
    Percent percent,
    Units units,
    ListOrder listOrder,
    TupleVsSet tupleVsSet,
    Tolerance tolerance,
    Variables variables,
    Partial partial,
    RelationAsSet relationAsSet,
    Booleans booleans,
    String choices,
    Reasoning reasoning,
    Fallback fallback,
    FarBoxes farBoxes,
    Simplification simplification,
    Protocol protocol,
    DecimalComma decimalComma,
    EquationAsValue equationAsValue,
    int steps) {

  enum Percent {
    EITHER,
    NUMERAL,
    VALUE,
    X100
  }

  enum Units {
    OPTIONAL,
    REQUIRED,
    CONVERT
  }

  enum ListOrder {
    ANY,
    ORDERED
  }

  enum TupleVsSet {
    STRICT,
    LOOSE
  }

  enum Variables {
    STRICT,
    RENAMED
  }

  enum Partial {
    NONE,
    ANY,
    FRACTION
  }

  enum RelationAsSet {
    YES,
    NO
  }

  enum Booleans {
    LITERAL,
    WORDS
  }

  enum Reasoning {
    KEEP,
    CUT
  }

  enum Fallback {
    LAST_NUMBER,
    NONE
  }

  enum FarBoxes {
    LAST,
    NEAR,
    JOIN
  }

  enum Simplification {
    ALLOWED,
    REFUSED
  }

  /** Where the answer is looked for: by our rules, or as a peer's script does. */
  enum Protocol {
    OWN,
    HARNESS,
    TORA,
    MMLU_PRO
  }

  enum DecimalComma {
    OFF,
    ON,
    EITHER
  }

  /** Whether an equation answers a gold that is none by its last side: {@code m+n=113} is 113. */
  enum EquationAsValue {
    NO,
    YES
  }

  /** Reads the values given; options that are not given have their defaults. */
  static Rules of(Map<Option, String> given) {
    Map<Option, String> all = new EnumMap<>(Option.class);
    for (Option option : Option.values()) {
      all.put(option, checked(option, given.getOrDefault(option, option.preset())));
    }
    return new Rules(
        constant(Percent.class, all.get(Option.PERCENT)),
        constant(Units.class, all.get(Option.UNITS)),
        constant(ListOrder.class, all.get(Option.LIST_ORDER)),
        constant(TupleVsSet.class, all.get(Option.TUPLE_VS_SET)),
        Tolerance.parse(all.get(Option.TOLERANCE)),
        constant(Variables.class, all.get(Option.VARIABLES)),
        constant(Partial.class, all.get(Option.PARTIAL)),
        constant(RelationAsSet.class, all.get(Option.RELATION_AS_SET)),
        constant(Booleans.class, all.get(Option.BOOLEANS)),
        letters(all.get(Option.CHOICES)),
        constant(Reasoning.class, all.get(Option.REASONING)),
        constant(Fallback.class, all.get(Option.FALLBACK)),
        constant(FarBoxes.class, all.get(Option.FAR_BOXES)),
        constant(Simplification.class, all.get(Option.NONTRIVIAL_SIMPLIFICATION)),
        constant(Protocol.class, all.get(Option.EXTRACTION)),
        constant(DecimalComma.class, all.get(Option.DECIMAL_COMMA)),
        constant(EquationAsValue.class, all.get(Option.EQUATION_AS_VALUE)),
        steps(all.get(Option.BUDGET_MS)));
  }

  /** Returns these rules with another tolerance, for one part of an answer. */
  Rules with(Tolerance other) {
    return new Rules(
        percent,
        units,
        listOrder,
        tupleVsSet,
        other,
        variables,
        partial,
        relationAsSet,
        booleans,
        choices,
        reasoning,
        fallback,
        farBoxes,
        simplification,
        protocol,
        decimalComma,
        equationAsValue,
        steps);
  }

  private static String checked(Option option, String value) {
    if (!option.free() && !option.allowed().contains(value)) {
      throw new UserError(
          "option " + option.key() + " has no value \"" + value + "\"",
          "values: " + String.join(", ", option.allowed()),
          Suggest.nearest(value, option.allowed()).map(v -> "Did you mean " + v + "?").orElse(""));
    }
    return value;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String value) {
    return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Reads {@code ABCD}, {@code A-D} or {@code none}. */
  private static String letters(String written) {
    if (written.equals("none")) {
      return "";
    }
    String text = written.toUpperCase(Locale.ROOT);
    if (text.length() == 3 && text.charAt(1) == '-' && text.charAt(0) < text.charAt(2)) {
      StringBuilder range = new StringBuilder();
      for (char letter = text.charAt(0); letter <= text.charAt(2); letter++) {
        range.append(letter);
      }
      return letters(range.toString());
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        throw new UserError(
            "choices \"" + text + "\" are not letters", "forms: ABCD, A-J, none", "write A-D");
      }
    }
    return text;
  }

  private static int steps(String text) {
    try {
      int milliseconds = Integer.parseInt(text);
      if (milliseconds >= 1 && milliseconds <= 10_000) {
        return milliseconds * Budget.STEPS_PER_MILLISECOND;
      }
    } catch (NumberFormatException e) {
      // reported below, as a number outside the range is
    }
    throw new UserError("budget_ms \"" + text + "\" is not a number from 1 to 10000", "", "");
  }
}
