package raftlab.chat;

import java.util.Locale;
import java.util.Map;

/** The filters of texts and single values; those of lists are {@link ListFilters}. */
final class Filters {

  private Filters() {}

  /** Returns a filter by name, or null. */
  static Filter find(String name) {
    Filter ofLists = ListFilters.find(name);
    return ofLists != null ? ofLists : ofValues(name);
  }

  private static Filter ofValues(String name) {
    return switch (name) {
      case "trim" -> (v, p) -> Blank.strip(Values.text(v), p.at(0, "chars", None.NONE), true, true);
      case "tojson" -> Json::dumped;
      case "default", "d" -> Filters::orElse;
      case "lower" -> (v, p) -> Values.text(v).toLowerCase(Locale.ROOT);
      case "upper" -> (v, p) -> Values.text(v).toUpperCase(Locale.ROOT);
      case "title" -> (v, p) -> title(Values.text(v));
      case "capitalize" -> (v, p) -> TextMethods.capitalized(Values.text(v));
      case "replace" -> (v, p) -> TextMethods.replaced(Values.text(v), p);
      case "string" -> (v, p) -> v instanceof Markup ? v : Values.text(v);
      case "safe" -> (v, p) -> new Markup(Values.text(v));
      case "e", "escape" -> (v, p) -> v instanceof Markup ? v : escaped(v);
      case "forceescape" -> (v, p) -> escaped(v);
      case "format" -> (v, p) -> formatted(Values.text(v), p);
      case "indent" -> (v, p) -> indented(Values.text(v), p);
      case "attr" -> (v, p) -> attr(v, Values.text(p.needed(0, "name")));
      case "wordcount" -> (v, p) -> (long) Splits.fromLeft(Values.text(v), Passed.NOTHING).size();
      case "int", "float", "abs", "round" -> Numbers.find(name);
      default -> null;
    };
  }

  private static Object orElse(Object value, Passed passed) {
    boolean replaced =
        value instanceof Undefined || (passed.flag(1, "boolean") && !Values.truth(value));
    return replaced ? passed.at(0, "default_value", "") : value;
  }

  /** Jinja's own rule: words begin after blanks, hyphens and opening brackets only. */
  private static String title(String text) {
    StringBuilder titled = new StringBuilder();
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean separator = Blank.is(c) || "-({[<".indexOf(c) >= 0;
      titled.append(begins ? Character.toUpperCase(c) : Character.toLowerCase(c));
      begins = separator;
    }
    return titled.toString();
  }

  private static Markup escaped(Object value) {
    return new Markup(Markup.escaped(Values.text(value)));
  }

  private static String formatted(String text, Passed passed) {
    return Format.percent(
        text, passed.named().isEmpty() ? new Tuple(passed.plain()) : (Object) passed.named());
  }

  private static String indented(String text, Passed passed) {
    Object width = passed.at(0, "width", 4L);
    String indent =
        width instanceof String given
            ? given
            : Format.padded("", (int) Values.whole(width), ' ', '<');
    boolean blank = passed.flag(2, "blank");
    StringBuilder out = new StringBuilder(passed.flag(1, "first") ? indent : "");
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean bare = i == 0 || (!blank && lines[i].isEmpty());
      out.append(i == 0 ? "" : "\n").append(bare ? "" : indent).append(lines[i]);
    }
    return out.toString();
  }

  private static Object attr(Object value, String name) {
    if (value instanceof Map<?, ?>) {
      Object method = Methods.find(value, name);
      return method == null ? Undefined.named(name) : method;
    }
    return Access.attribute(value, name);
  }
}
