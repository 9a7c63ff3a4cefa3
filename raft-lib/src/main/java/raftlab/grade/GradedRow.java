package raftlab.grade;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import raftlab.verify.Outcome;
import raftlab.verify.Verdict;

/** Writes a graded row as one JSON object; several responses give arrays in their order. */
final class GradedRow {

  private GradedRow() {}

  /**
   * Writes a row.
   *
   * @param line number of the row in the file that was read
   * @param id the row's id, null for its line number
   * @param single whether the row had one response that was not in an array
   */
  static void write(JsonWriter out, long line, JsonElement id, boolean single, List<Verdict> all)
      throws IOException {
    out.beginObject();
    out.name("id");
    if (id == null || !id.isJsonPrimitive()) {
      out.value(line);
    } else if (isJsonNumber(id)) {
      out.jsonValue(id.getAsString());
    } else {
      out.value(id.getAsString());
    }
    put(out, "verdict", single, all, verdict -> word(verdict.outcome()));
    put(out, "extracted", single, all, Verdict::extracted);
    put(out, "reason", single, all, Verdict::reason);
    put(out, "method", single, all, verdict -> lower(verdict.method()));
    put(out, "found", single, all, verdict -> lower(verdict.rule()));
    out.name("line").value(line);
    out.endObject();
  }

  private static void put(
      JsonWriter out,
      String name,
      boolean single,
      List<Verdict> verdicts,
      Function<Verdict, String> text)
      throws IOException {
    out.name(name);
    if (single) {
      out.value(text.apply(verdicts.get(0)));
      return;
    }
    out.beginArray();
    for (Verdict verdict : verdicts) {
      out.value(text.apply(verdict));
    }
    out.endArray();
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

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
