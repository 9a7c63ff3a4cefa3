package raftlab.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.UserError;

/**
 * Any file with a prompt and a response column, such as those that TRL, vLLM or a script of one's
 * own writes. Either may be a text or a list of chat messages; the response may be a list of texts.
 * Rows with one response each and the same prompt are samples of one group.
 */
final class ColumnsFormat implements RolloutFormat {

  private static final List<String> PROMPTS =
      List.of("prompt", "problem", "question", "query", "instruction", "input");
  private static final List<String> RESPONSES =
      List.of(
          "responses",
          "response",
          "completions",
          "completion",
          "generations",
          "generation",
          "generated_text",
          "outputs",
          "output",
          "samples",
          "code");
  private static final List<String> ANSWERS =
      List.of("answer", "gold", "ground_truth", "reference_answer", "expected_answer", "target");
  private static final List<String> GRADES = List.of("grade", "grades", "correct", "is_correct");
  private static final List<String> SCORES =
      List.of("score", "scores", "reward", "rewards", "model_score");

  private final ImportFields fields;

  ColumnsFormat(ImportFields fields) {
    this.fields = fields;
  }

  @Override
  public String name() {
    return "prompt and response columns";
  }

  @Override
  public boolean matches(Row first) {
    return true;
  }

  @Override
  public boolean groupsRows() {
    return true;
  }

  @Override
  public ImportedGroup read(Row row) {
    String text = message(row.element(required(row, fields.prompt(), PROMPTS, "prompt")), false);
    Map<String, String> columns = ImportedColumns.common(row, text);
    chosen(row, fields.answer(), ANSWERS)
        .ifPresent(name -> columns.put(Prompt.ANSWER, ImportedColumns.afterHashes(row.text(name))));
    List<Optional<String>> texts =
        responses(row.element(required(row, fields.response(), RESPONSES, "response")));
    Optional<String> grade = chosen(row, fields.grade(), GRADES);
    Optional<String> score = chosen(row, fields.score(), SCORES);
    List<Completion> completions = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isEmpty()) {
        continue;
      }
      PeerNote note =
          new PeerNote(
              "", value(row, grade, i).flatMap(ColumnsFormat::verdict), score(row, score, i));
      completions.add(Completion.imported(completions.size(), texts.get(i).get(), note.columns()));
    }
    return new ImportedGroup(
        new Prompt(ImportedColumns.id(row), text, columns),
        completions,
        texts.size() - completions.size());
  }

  private static String required(
      Row row, Optional<String> named, List<String> known, String option) {
    return chosen(row, named, known)
        .orElseThrow(
            () ->
                new UserError(
                    row.place() + " has no column that looks like a " + option,
                    "columns: " + String.join(", ", row.json().keySet()),
                    "Name it: --" + option + " COLUMN"));
  }

  private static Optional<String> chosen(Row row, Optional<String> named, List<String> known) {
    if (named.isPresent()) {
      if (!row.has(named.get())) {
        throw row.missing(named.get());
      }
      return named;
    }
    return known.stream().filter(row::has).findFirst();
  }

  /** Returns the responses; the place of one that is null is empty. */
  private static List<Optional<String>> responses(JsonElement value) {
    if (!value.isJsonArray() || isMessage(value)) {
      return List.of(Optional.of(message(value, true)));
    }
    List<Optional<String>> texts = new ArrayList<>();
    for (JsonElement one : value.getAsJsonArray()) {
      texts.add(one.isJsonNull() ? Optional.empty() : Optional.of(message(one, true)));
    }
    return texts;
  }

  /** A text, or the contents of chat messages: all of a prompt, the last of a response. */
  private static String message(JsonElement value, boolean lastOnly) {
    if (value instanceof JsonObject object && object.has("content")) {
      return Row.literal(object.get("content"));
    }
    if (!isMessage(value)) {
      return Row.literal(value);
    }
    JsonArray messages = value.getAsJsonArray();
    if (lastOnly) {
      return message(messages.get(messages.size() - 1), true);
    }
    StringJoiner text = new StringJoiner("\n\n");
    messages.forEach(one -> text.add(message(one, false)));
    return text.toString();
  }

  private static boolean isMessage(JsonElement value) {
    return value instanceof JsonArray array
        && !array.isEmpty()
        && array.get(0) instanceof JsonObject first
        && first.has("role")
        && first.has("content");
  }

  private static Optional<JsonElement> value(Row row, Optional<String> column, int sample) {
    return column
        .map(row::element)
        .flatMap(
            value -> {
              if (!(value instanceof JsonArray list)) {
                return Optional.of(value);
              }
              return sample < list.size() ? Optional.of(list.get(sample)) : Optional.empty();
            });
  }

  private static Optional<Boolean> verdict(JsonElement value) {
    String text = Row.literal(value);
    return switch (text) {
      case "true", "1", "1.0" -> Optional.of(true);
      case "false", "0", "0.0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static double score(Row row, Optional<String> column, int sample) {
    return value(row, column, sample)
        .filter(value -> value instanceof JsonPrimitive number && number.isNumber())
        .map(JsonElement::getAsDouble)
        .orElse(Double.NaN);
  }
}
