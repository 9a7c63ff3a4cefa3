package raftlab.chat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's two ways to put values into a text: {@code %} and {@code format}. */
final class Format {

  private static final Pattern PERCENT =
      Pattern.compile("%(?:\\((\\w+)\\))?([-0 +#]*)(\\d*)(?:\\.(\\d+))?(.)", Pattern.DOTALL);
  private static final Pattern BRACES =
      Pattern.compile(
          "\\{\\{|\\}\\}|\\{(\\w*)(?::([<>]?)(0?)(\\d*)(?:\\.(\\d+))?([sdf]?))?\\}|[{}]");
  private static final int WIDEST = 10_000;

  private Format() {}

  static String percent(String text, Object given) {
    List<Object> values = given instanceof Tuple tuple ? tuple : List.of(given);
    Matcher matcher = PERCENT.matcher(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    int next = 0;
    while (matcher.find()) {
      out.append(text, at, matcher.start());
      at = matcher.end();
      if (matcher.group(5).equals("%")) {
        out.append('%');
        continue;
      }
      Object value = matcher.group(1) == null ? value(values, next++) : named(given, matcher);
      String flags = matcher.group(2);
      String shown = one(value, matcher.group(5), matcher.group(4));
      boolean signed =
          flags.contains("+") && !shown.startsWith("-") && "dif".contains(matcher.group(5));
      out.append(
          padded(
              signed ? "+" + shown : shown,
              width(matcher.group(3)),
              flags.contains("0") && !flags.contains("-") ? '0' : ' ',
              flags.contains("-") ? '<' : '>'));
    }
    if (next != values.size() && !(given instanceof Map<?, ?>)) {
      throw Broken.rendering("not all values fit into " + Values.kind(text));
    }
    return out.append(text.substring(at)).toString();
  }

  private static Object named(Object given, Matcher matcher) {
    Object value = given instanceof Map<?, ?> map ? map.get(matcher.group(1)) : null;
    if (value == null) {
      throw Broken.rendering("a text's place " + matcher.group(1) + " has no value");
    }
    return value;
  }

  static String braces(String text, Passed passed) {
    Matcher matcher = BRACES.matcher(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    int next = 0;
    while (matcher.find()) {
      out.append(text, at, matcher.start());
      at = matcher.end();
      String found = matcher.group();
      if (found.length() == 1) {
        throw Broken.rendering("the format " + Values.kind(text) + " is not known");
      }
      if (found.equals("{{") || found.equals("}}")) {
        out.append(found.charAt(0));
        continue;
      }
      String name = matcher.group(1);
      Object value =
          name.isEmpty()
              ? value(passed.plain(), next++)
              : Character.isDigit(name.charAt(0))
                  ? value(passed.plain(), Integer.parseInt(name))
                  : passed.needed(Integer.MAX_VALUE, name);
      out.append(placed(value, matcher));
    }
    return out.append(text.substring(at)).toString();
  }

  private static String placed(Object value, Matcher matcher) {
    String kind = matcher.group(6);
    String shown = one(value, kind == null || kind.isEmpty() ? "s" : kind, matcher.group(5));
    String side = matcher.group(2);
    char usual = value instanceof Number ? '>' : '<';
    boolean zero = "0".equals(matcher.group(3));
    return padded(
        shown,
        width(matcher.group(4)),
        zero ? '0' : ' ',
        side == null || side.isEmpty() ? usual : side.charAt(0));
  }

  private static Object value(List<Object> values, int place) {
    if (place >= values.size()) {
      throw Broken.rendering("a text has more places than values");
    }
    return values.get(place);
  }

  private static String one(Object value, String kind, String precision) {
    return switch (kind) {
      case "s" -> cut(Values.text(value), precision);
      case "r" -> cut(Written.of(value), precision);
      case "d", "i" ->
          String.valueOf(value instanceof Double real ? real.longValue() : Values.whole(value));
      case "x" -> Long.toHexString(Values.whole(value));
      case "f" ->
          new BigDecimal(Values.real(value))
              .setScale(precision == null ? 6 : width(precision), RoundingMode.HALF_EVEN)
              .toPlainString();
      default -> throw Broken.rendering("the format %" + kind + " is not known");
    };
  }

  private static String cut(String text, String precision) {
    return precision == null || width(precision) >= text.codePointCount(0, text.length())
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width(precision)));
  }

  private static int width(String digits) {
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    if (digits.length() > 5 || Integer.parseInt(digits) > WIDEST) {
      throw Broken.rendering("a text is " + digits + " wide");
    }
    return Integer.parseInt(digits);
  }

  /** Fills a text up to a width; zeros go behind a sign. */
  static String padded(String text, int width, char filling, char side) {
    int missing = Math.min(width, WIDEST) - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    String more = String.valueOf(filling).repeat(missing);
    if (side == '<') {
      return text + more;
    }
    boolean signed = filling == '0' && (text.startsWith("-") || text.startsWith("+"));
    return signed ? text.charAt(0) + more + text.substring(1) : more + text;
  }
}
