package raftlab.data;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.core.Checks;
import raftlab.core.Suggest;
import raftlab.core.TemplateId;
import raftlab.core.UserError;
import raftlab.files.Hashes;

/**
 * How a row becomes the text that a policy reads. {@code {column}} stands for a column; every other
 * brace is itself, so {@code \boxed{}} needs no care; {@code {{word}}} gives {@code {word}}.
 *
 * @param name the name recorded with every number
 * @param text the text with its placeholders
 */
public record PromptTemplate(String name, String text) {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{([A-Za-z_][A-Za-z0-9_]*)}}|\\{([A-Za-z_][A-Za-z0-9_]*)}");

  public PromptTemplate {
    Checks.notBlank(name, "template name");
    Checks.notNull(text, "template text");
  }

  /** Returns what is recorded of it: its name and the hash of its text. */
  public TemplateId id() {
    return new TemplateId(name, Hashes.sha256(text));
  }

  /** Fills in the columns of a row; a {@link UserError} suggests the column that was meant. */
  public String render(Map<String, String> columns) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder rendered = new StringBuilder();
    while (matcher.find()) {
      String value =
          matcher.group(1) != null
              ? "{" + matcher.group(1) + "}"
              : column(matcher.group(2), columns);
      matcher.appendReplacement(rendered, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(rendered).toString();
  }

  private String column(String column, Map<String, String> columns) {
    String value = columns.get(column);
    if (value == null) {
      throw new UserError(
          "template " + name + " asks for the column \"" + column + "\"",
          "columns: " + String.join(", ", columns.keySet().stream().sorted().toList()),
          Suggest.near(column, columns.keySet()));
    }
    return value;
  }
}
