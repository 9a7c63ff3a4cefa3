package raftlab.data;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.UserError;

/**
 * Output of the mathematical evaluation harnesses (Qwen2.5-Math, Rho-1, ToRA): {@code question, gt,
 * code[k], pred[k], score[k], pred_score[k][1]}. Despite its name {@code code} holds the
 * completions. The reference answer is {@code answer} (after {@code ####} where it has that mark),
 * or {@code gt}, which the harness had normalised, where there is no {@code answer}.
 */
final class HarnessFormat implements RolloutFormat {

  @Override
  public String name() {
    return "evaluation harness";
  }

  @Override
  public boolean matches(Row first) {
    return first.has("question") && first.find("code").filter(JsonElement::isJsonArray).isPresent();
  }

  @Override
  public ImportedGroup read(Row row) {
    String question = row.text("question");
    Map<String, String> columns = ImportedColumns.common(row, question);
    columns.put(Prompt.ANSWER, answer(row));
    row.findText("gt_cot").ifPresent(solution -> columns.put("solution", solution));
    List<String> texts = row.texts("code");
    JsonElement given = row.element("code");
    List<Completion> completions = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!given.isJsonArray() || !given.getAsJsonArray().get(i).isJsonNull()) {
        completions.add(
            Completion.imported(
                completions.size(), texts.get(i), note(row, i, texts.size()).columns()));
      }
    }
    return new ImportedGroup(
        new Prompt(ImportedColumns.id(row), question, columns),
        completions,
        texts.size() - completions.size());
  }

  private static String answer(Row row) {
    return row.findText("answer").map(ImportedColumns::afterHashes).orElseGet(() -> row.text("gt"));
  }

  private static PeerNote note(Row row, int sample, int samples) {
    String extracted = at(row, "pred", sample, samples).map(Row::literal).orElse("");
    Optional<Boolean> grade = at(row, "score", sample, samples).map(JsonElement::getAsBoolean);
    double score =
        at(row, "pred_score", sample, samples).map(HarnessFormat::number).orElse(Double.NaN);
    return new PeerNote(extracted, grade, score);
  }

  private static Optional<JsonElement> at(Row row, String name, int sample, int samples) {
    Optional<JsonElement> list = row.find(name).filter(JsonElement::isJsonArray);
    if (list.isPresent() && list.get().getAsJsonArray().size() != samples) {
      throw new UserError(
          row.place()
              + " has "
              + samples
              + " completions but "
              + list.get().getAsJsonArray().size()
              + " values in \""
              + name
              + "\"");
    }
    return list.map(array -> array.getAsJsonArray().get(sample))
        .filter(value -> !value.isJsonNull());
  }

  private static double number(JsonElement value) {
    JsonElement one =
        value.isJsonArray() && value.getAsJsonArray().size() == 1
            ? value.getAsJsonArray().get(0)
            : value;
    return one instanceof JsonPrimitive number && number.isNumber()
        ? number.getAsDouble()
        : Double.NaN;
  }
}
