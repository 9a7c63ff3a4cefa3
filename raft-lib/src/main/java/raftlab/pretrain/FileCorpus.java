package raftlab.pretrain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import raftlab.core.Checks;
import raftlab.core.UserError;
import raftlab.data.JsonLines;
import raftlab.data.Row;
import raftlab.files.Hashes;

/**
 * The rows of a file, over and over in its order; the training shuffles them. A row has {@code
 * prompt} and {@code completion}, or one whole {@code text}.
 *
 * @param rows what is read, in the order of the file
 */
record FileCorpus(List<Text> rows) implements Corpus {

  FileCorpus {
    rows = List.copyOf(rows);
  }

  /**
   * Reads the file of a recipe.
   *
   * @throws UserError if it cannot be read, has no rows, or is not what the recipe was made with
   */
  static FileCorpus of(BaseRecipe recipe) {
    Path file = Path.of(recipe.world());
    Checks.user(
        Files.isRegularFile(file),
        "the corpus " + file + " is not there",
        "the recipe reads it",
        "Put it back, or train on another: --corpus FILE");
    Checks.user(
        Hashes.sha256(file).equals(recipe.corpusHash()),
        "the corpus " + file + " has changed",
        "the recipe was made with other text",
        "Put the old file back, or train anew");
    List<Text> texts = JsonLines.readAll(file).stream().map(FileCorpus::text).toList();
    Checks.user(
        !texts.isEmpty(),
        "the corpus " + file + " has no rows",
        "",
        "Give a row for each text, with prompt and completion, or with text");
    return new FileCorpus(texts);
  }

  private static Text text(Row row) {
    if (row.has("prompt") && row.has("completion")) {
      return new Text(row.text("prompt"), row.text("completion"));
    }
    if (row.has("text")) {
      return new Text("", row.text("text"));
    }
    throw new UserError(
        row.place() + " has nothing to learn",
        "columns: " + String.join(", ", row.json().keySet()),
        "Give prompt and completion, or text");
  }

  @Override
  public Text text(long index) {
    return rows.get((int) (index % rows.size()));
  }
}
