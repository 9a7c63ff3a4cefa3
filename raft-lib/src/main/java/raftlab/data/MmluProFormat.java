package raftlab.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Completion;
import raftlab.core.Prompt;

/**
 * Output files of the MMLU-Pro repository: {@code question_id, question, options, answer, pred,
 * generated_text} (in some files {@code model_outputs}). The verdict is {@code pred = answer};
 * where no letter was extracted it is wrong.
 *
 * <p>Deviation from the official scorer: that one replaces a missing letter by a random option,
 * which raises a model without answers to chance; here nothing is guessed.
 */
final class MmluProFormat implements RolloutFormat {

  private static final List<String> RESPONSES = List.of("generated_text", "model_outputs");

  @Override
  public String name() {
    return "MMLU-Pro outputs";
  }

  @Override
  public boolean matches(Row first) {
    return first.has("options")
        && first.has("question_id")
        && RESPONSES.stream().anyMatch(first::has);
  }

  @Override
  public ImportedGroup read(Row row) {
    Choices choices = new Choices(row.texts("options"));
    Map<String, String> columns = ImportedColumns.common(row, row.text("question"));
    columns.put(Prompt.ANSWER, row.text("answer"));
    columns.put("choices", choices.listed());
    String letter = row.findText("pred").orElse("");
    Prompt prompt =
        new Prompt(
            row.text("question_id"), row.text("question") + "\n" + choices.listed(), columns);
    PeerNote note =
        new PeerNote(letter, Optional.of(letter.equals(row.text("answer"))), Double.NaN);
    return new ImportedGroup(
        prompt, List.of(Completion.imported(0, response(row), note.columns())));
  }

  private static String response(Row row) {
    return RESPONSES.stream().flatMap(name -> row.findText(name).stream()).findFirst().orElse("");
  }
}
