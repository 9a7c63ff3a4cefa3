package raftlab.grade;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import raftlab.verify.ExtractionRule;
import raftlab.verify.Method;
import raftlab.verify.Outcome;
import raftlab.verify.Verdict;

/** Writes a graded row as one JSON object; several responses give arrays in their order. */
final class GradedRow {

  private static final Map<Method, String> METHODS = words(Method.values());
  private static final Map<ExtractionRule, String> RULES = words(ExtractionRule.values());
  private static final String SKIPPED = "skipped";
  private static final String NO_RESPONSE = "There is no response: it is null.";
  private static final String NONE = "none";
  private static final String HEX = "0123456789abcdef";

  private GradedRow() {}

  /**
   * Appends a row and a line feed.
   *
   * @param line number of the row in the file that was read
   * @param id the row's id, null for its line number
   * @param single whether the row had one response that was not in an array
   * @param all a verdict per response, empty for one that is null
   */
  static void write(
      StringBuilder out, long line, JsonElement id, boolean single, List<Optional<Verdict>> all) {
    out.append("{\"id\":");
    if (id == null || !id.isJsonPrimitive()) {
      out.append(line);
    } else if (isJsonNumber(id)) {
      out.append(id.getAsString());
    } else {
      quote(out, id.getAsString());
    }
    put(out, ",\"verdict\":", single, all, verdict -> word(verdict.outcome()), SKIPPED);
    put(out, ",\"extracted\":", single, all, Verdict::extracted, "");
    put(out, ",\"reason\":", single, all, Verdict::reason, NO_RESPONSE);
    put(out, ",\"method\":", single, all, verdict -> METHODS.get(verdict.method()), NONE);
    put(out, ",\"found\":", single, all, verdict -> RULES.get(verdict.rule()), NONE);
    out.append(",\"line\":").append(line).append("}\n");
  }

  private static void put(
      StringBuilder out,
      String name,
      boolean single,
      List<Optional<Verdict>> verdicts,
      Function<Verdict, String> text,
      String none) {
    out.append(name);
    if (single) {
      quote(out, verdicts.get(0).map(text).orElse(none));
      return;
    }
    out.append('[');
    for (int i = 0; i < verdicts.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      quote(out, verdicts.get(i).map(text).orElse(none));
    }
    out.append(']');
  }

  /** Returns an outcome in the words of the output. */
  static String word(Outcome outcome) {
    return switch (outcome) {
      case EQUAL -> "correct";
      case DIFFERENT -> "wrong";
      case UNKNOWN -> "unknown";
    };
  }

  /** JSON has no NaN and no infinity, though files of Python do. */
  private static boolean isJsonNumber(JsonElement id) {
    return id.getAsJsonPrimitive().isNumber() && Double.isFinite(id.getAsDouble());
  }

  /**
   * Appends a JSON string. The two line separators of Unicode are escaped, since some readers split
   * lines at them, and so is half a surrogate pair, which is no character.
   */
  private static void quote(StringBuilder out, String text) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && c < '\u2028') {
        continue;
      }
      if (c == '"' || c == '\\') {
        out.append(text, plain, i).append('\\').append(c);
        plain = i + 1;
      } else if (c < ' ' || c == '\u2028' || c == '\u2029' || isHalf(text, i)) {
        escape(out.append(text, plain, i), c);
        plain = i + 1;
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static boolean isHalf(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static void escape(StringBuilder out, char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xF));
    }
  }

  private static <T extends Enum<T>> Map<T, String> words(T[] constants) {
    return Stream.of(constants)
        .collect(
            Collectors.toUnmodifiableMap(
                Function.identity(),
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
