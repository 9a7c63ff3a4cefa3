package raftlab.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.UserError;

/**
 * How far a number may be from the gold where at least one of the two is a decimal. Two exact
 * numbers are never compared by tolerance.
 *
 * @param kind the rule
 * @param bounds relative or absolute bounds, one per answer part or one for all; for {@code
 *     shown-digits} the least number of significant digits, for {@code places} the number of places
 */
record Tolerance(Kind kind, List<BigDecimal> bounds) {

  enum Kind {
    EXACT,
    RELATIVE,
    ABSOLUTE,
    SHOWN_DIGITS,
    PLACES
  }

  static final String FORMS = "exact, rel=1e-6, abs=0.01, abs=0.1,0.5, shown-digits, places=2";
  private static final BigDecimal LEAST_DIGITS = BigDecimal.valueOf(3);

  Tolerance {
    bounds = List.copyOf(bounds);
  }

  static Tolerance parse(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    List<BigDecimal> bounds = equals < 0 ? List.of() : numbers(text, text.substring(equals + 1));
    return switch (name) {
      case "exact" -> new Tolerance(Kind.EXACT, List.of());
      case "rel" -> new Tolerance(Kind.RELATIVE, some(text, bounds));
      case "abs" -> new Tolerance(Kind.ABSOLUTE, some(text, bounds));
      case "places" -> new Tolerance(Kind.PLACES, some(text, bounds));
      case "shown-digits" ->
          new Tolerance(Kind.SHOWN_DIGITS, bounds.isEmpty() ? List.of(LEAST_DIGITS) : bounds);
      default -> throw wrong(text);
    };
  }

  /** The bound that holds for a part of the answer; the last one holds for all further parts. */
  BigDecimal bound(int part) {
    return bounds.get(Math.min(part, bounds.size() - 1));
  }

  /** The tolerance of one part of an answer with several. */
  Tolerance part(int index) {
    return bounds.size() < 2 ? this : new Tolerance(kind, List.of(bound(index)));
  }

  /** The relative bound for values that come of numbers with so many digits, or 0 if none holds. */
  double relative(int shownDigits) {
    return switch (kind) {
      case RELATIVE -> bound(0).doubleValue();
      case SHOWN_DIGITS ->
          shownDigits < bound(0).intValue() ? 0 : Math.pow(10, 1 - Math.min(shownDigits, 15));
      case EXACT, ABSOLUTE, PLACES -> 0;
    };
  }

  private static List<BigDecimal> some(String text, List<BigDecimal> bounds) {
    if (bounds.isEmpty()) {
      throw wrong(text);
    }
    return bounds;
  }

  private static List<BigDecimal> numbers(String text, String list) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (String part : list.split(",")) {
      numbers.add(number(text, part.strip()));
    }
    return numbers;
  }

  private static BigDecimal number(String text, String part) {
    if (part.length() > 20) {
      throw wrong(text);
    }
    try {
      BigDecimal number = new BigDecimal(part);
      if (number.signum() >= 0 && Math.abs((long) number.scale()) <= 400) {
        return number;
      }
      throw wrong(text);
    } catch (NumberFormatException e) {
      throw wrong(text);
    }
  }

  private static UserError wrong(String text) {
    return new UserError(
        "tolerance \"" + text + "\" is not understood", "forms: " + FORMS, "write rel=1e-6");
  }
}
