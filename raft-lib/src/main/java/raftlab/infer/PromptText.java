package raftlab.infer;

import java.util.HashMap;
import java.util.Map;
import raftlab.data.PromptTemplate;
import raftlab.data.PromptTemplates;
import raftlab.data.Row;
import raftlab.model.DecoderPolicy;

/** How a row becomes the text a model reads. */
interface PromptText {

  /** Returns the text of a row whose prompt is in {@code field}. */
  String of(Row row, String field);

  /**
   * Returns the way a name stands for: {@code raw} (the prompt as it is), {@code chat} (one user
   * message in the model's own chat template), a built-in template, or a template's file.
   */
  static PromptText named(String name, DecoderPolicy policy) {
    if (name.equals("raw")) {
      return Row::text;
    }
    if (name.equals("chat")) {
      return ChatText.of(policy);
    }
    PromptTemplate template = PromptTemplates.named(name);
    return (row, field) -> {
      Map<String, String> columns = new HashMap<>(row.columns());
      columns.put("problem", row.text(field));
      return template.render(columns);
    };
  }
}
