package raftlab.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Seeds;
import raftlab.core.UserError;

/**
 * Turns a benchmark's file into prompts: the columns get the lab's names (problem, answer, level,
 * subject, options, choices, ...), the answer is read where the descriptor says, options are
 * lettered, and the template is filled in. A file with another number of rows than the descriptor
 * says is refused.
 */
public final class BenchmarkLoader {

  private static final List<String> WRONG_OPTIONS =
      List.of("incorrect1", "incorrect2", "incorrect3");

  private final DatasetDescriptor descriptor;
  private final DatasetFile file;
  private final PromptTemplate template;
  private final long seed;

  private BenchmarkLoader(
      DatasetDescriptor descriptor, DatasetFile file, PromptTemplate template, long seed) {
    this.descriptor = descriptor;
    this.file = file;
    this.template = template;
    this.seed = seed;
  }

  /**
   * Loads the main file of a data set.
   *
   * @param local where the file is
   * @param seed decides the order of shuffled options; without effect elsewhere
   */
  public static PromptSet load(
      DatasetDescriptor descriptor, Path local, PromptTemplate template, long seed) {
    return load(descriptor, descriptor.mainFile(), local, template, seed);
  }

  /** Loads one file of a data set; a row without an answer (two in MATH train) is left out. */
  public static PromptSet load(
      DatasetDescriptor descriptor,
      DatasetFile file,
      Path local,
      PromptTemplate template,
      long seed) {
    return new BenchmarkLoader(descriptor, file, template, seed).read(local);
  }

  private PromptSet read(Path local) {
    List<Row> rows =
        local.toString().endsWith(".csv") ? CsvRows.readAll(local) : JsonLines.readAll(local);
    if (file.rows() > 0 && rows.size() != file.rows()) {
      throw new UserError(
          local + " has " + rows.size() + " rows, " + descriptor.id() + " has " + file.rows(),
          "",
          "Get it again: %raft data fetch " + descriptor.id());
    }
    List<Prompt> prompts = new ArrayList<>();
    for (Row row : rows) {
      prompt(row).ifPresent(prompts::add);
    }
    return new PromptSet(
        descriptor.id(), file.path(), ContentHash.of(prompts), template.id(), prompts);
  }

  private Optional<Prompt> prompt(Row row) {
    Map<String, String> fields = file.fields().isEmpty() ? descriptor.fields() : file.fields();
    Map<String, String> columns = new LinkedHashMap<>();
    fields.forEach((ours, theirs) -> value(row, ours, theirs).ifPresent(v -> columns.put(ours, v)));
    if (!columns.containsKey("problem")) {
      throw row.missing(fields.getOrDefault("problem", "problem"));
    }
    String id = Optional.ofNullable(columns.remove("id")).orElse("row-" + row.place().number());
    options(row, id, fields, columns);
    answer(row, columns).ifPresent(answer -> columns.put(Prompt.ANSWER, answer));
    if (columns.getOrDefault(Prompt.ANSWER, "").isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new Prompt(id, template.render(columns), columns));
  }

  private static Optional<String> value(Row row, String ours, String theirs) {
    if (ours.equals(Prompt.ANSWER) && row.has(theirs) && row.json().get(theirs).isJsonArray()) {
      boolean texts =
          row.json().getAsJsonArray(theirs).asList().stream()
              .allMatch(part -> part.isJsonPrimitive() && part.getAsJsonPrimitive().isString());
      return Optional.of(texts ? String.join(", ", row.texts(theirs)) : row.text(theirs));
    }
    return row.findText(theirs)
        .map(text -> ours.equals("level") ? ImportedColumns.level(text) : text);
  }

  private void options(
      Row row, String id, Map<String, String> fields, Map<String, String> columns) {
    if (fields.containsKey("options")) {
      Choices choices = new Choices(row.texts(fields.get("options")));
      columns.put("choices", choices.listed());
    } else if (fields.containsKey("correct")) {
      shuffle(row, id, fields, columns);
    }
  }

  /** Puts the right option and the wrong ones into an order decided by seed and question. */
  private void shuffle(
      Row row, String id, Map<String, String> fields, Map<String, String> columns) {
    List<String> options = new ArrayList<>();
    options.add(row.text(fields.get("correct")).strip());
    WRONG_OPTIONS.forEach(wrong -> options.add(row.text(fields.get(wrong)).strip()));
    columns.remove("correct");
    WRONG_OPTIONS.forEach(columns::remove);
    Choices.Keyed keyed =
        Choices.shuffled(options, 0, Seeds.derive(seed, Seeds.key("options"), Seeds.key(id)));
    columns.put("choices", keyed.choices().listed());
    columns.put(Prompt.ANSWER, keyed.answer());
  }

  private Optional<String> answer(Row row, Map<String, String> columns) {
    AnswerSource source = file.answer().orElse(descriptor.answer());
    Optional<String> mapped = Optional.ofNullable(columns.get(Prompt.ANSWER));
    return switch (source.kind()) {
      case "last-boxed" -> LastBoxed.of(row.text(source.of()));
      case "after-hashes" -> mapped.map(ImportedColumns::afterHashes);
      default -> mapped;
    };
  }
}
