package raftlab.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import raftlab.verify.AnswerExtractor;
import raftlab.verify.Extraction;
import raftlab.verify.ExtractionRule;
import raftlab.verify.Profile;

/**
 * Golds and responses as texts. Numbers keep the digits they were written with; they never pass
 * through a double.
 */
final class JsonAnswers {

  private static final String HASHES = "####";
  private static final List<String> TEXTS =
      List.of("content", "text", "response", "generated_text");
  private static final AnswerExtractor EXTRACTOR = AnswerExtractor.of(Profile.DEFAULT);

  private JsonAnswers() {}

  /**
   * Returns a gold as the verifier reads it. An array of one element is that element, of several
   * the list of them; an array inside it is a tuple. A text beside its own value, or beside null,
   * as TheoremQA writes golds, is that text. Of a whole solution the part after {@code ####} or in
   * the last box counts. Null is the empty text, which the verifier refuses.
   */
  static String gold(JsonElement value) {
    if (value.isJsonArray()) {
      JsonArray parts = value.getAsJsonArray();
      return textAndValue(parts) ? gold(parts.get(0)) : list(parts);
    }
    String text = scalar(value);
    int hashes = text.lastIndexOf(HASHES);
    if (hashes >= 0) {
      return text.substring(hashes + HASHES.length()).strip();
    }
    if (text.contains("boxed")) {
      Extraction found = EXTRACTOR.extract(text);
      return found.rule() == ExtractionRule.BOX ? found.text() : text;
    }
    return text;
  }

  /**
   * Whether the array is {@code ["1.5", 1.5]}, {@code ["[1, 2]", [1, 2]]} or {@code ["a", null]}.
   */
  private static boolean textAndValue(JsonArray parts) {
    if (parts.size() != 2 || !isText(parts.get(0)) || isText(parts.get(1))) {
      return false;
    }
    String text = parts.get(0).getAsString();
    JsonElement value = parts.get(1);
    return value.isJsonNull()
        || text.replace(" ", "").equals(value.toString().replace(" ", ""))
        || sameNumber(text, value);
  }

  private static boolean isText(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  private static boolean sameNumber(String text, JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      return false;
    }
    try {
      return new BigDecimal(text.strip()).compareTo(value.getAsBigDecimal()) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String list(JsonArray parts) {
    return parts.asList().stream()
        .map(part -> part.isJsonArray() ? "(" + list(part.getAsJsonArray()) + ")" : gold(part))
        .collect(Collectors.joining(", "));
  }

  /**
   * Returns the responses of a row: a text is one, an array is one each, a nested array is
   * flattened, an object is its text or content. Null, or an object whose text is null, is no
   * response: its place is empty.
   */
  static List<Optional<String>> responses(JsonElement value) {
    if (!value.isJsonArray()) {
      return List.of(response(value));
    }
    List<Optional<String>> texts = new ArrayList<>();
    for (JsonElement part : value.getAsJsonArray()) {
      texts.addAll(responses(part));
    }
    return texts;
  }

  static Optional<String> response(JsonElement value) {
    if (value.isJsonObject()) {
      JsonObject object = value.getAsJsonObject();
      Optional<String> name = TEXTS.stream().filter(object::has).findFirst();
      return name.isEmpty() ? Optional.of(value.toString()) : response(object.get(name.get()));
    }
    return value.isJsonNull() ? Optional.empty() : Optional.of(scalar(value));
  }

  private static String scalar(JsonElement value) {
    if (value.isJsonNull()) {
      return "";
    }
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }
}
