package raftlab.data;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Completion;
import raftlab.core.Prompt;

/**
 * Output files of the TheoremQA repository: {@code question, correct = [text, number or null],
 * solution, pred}. The completion ({@code solution}) is that of a few-shot base model and often
 * runs on into questions of its own; it is kept whole, cutting it is the grader's job.
 */
final class TheoremQaFormat implements RolloutFormat {

  @Override
  public String name() {
    return "TheoremQA outputs";
  }

  @Override
  public boolean matches(Row first) {
    return first.has("question")
        && first.has("solution")
        && first.find("correct").filter(JsonElement::isJsonArray).isPresent();
  }

  @Override
  public ImportedGroup read(Row row) {
    String question = row.text("question");
    Map<String, String> columns = ImportedColumns.common(row, question);
    columns.put(Prompt.ANSWER, row.texts("correct").get(0));
    PeerNote note = new PeerNote(row.findText("pred").orElse(""), Optional.empty(), Double.NaN);
    return new ImportedGroup(
        new Prompt(ImportedColumns.id(row), question, columns),
        List.of(Completion.imported(0, row.text("solution"), note.columns())));
  }
}
