package raftlab.data;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Reads a descriptor from its JSON; the format is that of the files in {@code datasets/}. */
final class DescriptorReader {

  private DescriptorReader() {}

  static DatasetDescriptor read(Row row) {
    return new DatasetDescriptor(
        row.text("id"),
        row.text("title"),
        row.text("kind"),
        list(row, "files", DescriptorReader::file),
        row.text("licence"),
        row.text("citation"),
        row.text("format"),
        map(row),
        answer(row).orElseThrow(() -> row.missing("answer")),
        row.text("answer_type"),
        row.text("grader_profile"),
        row.texts("templates"),
        list(row, "protocols", DescriptorReader::protocol),
        row.texts("remarks"));
  }

  private static DatasetFile file(Row row) {
    return new DatasetFile(
        row.text("path"),
        row.findText("url").orElse(""),
        row.findText("sha256").orElse(""),
        row.find("bytes").map(JsonElement::getAsLong).orElse(0L),
        row.find("rows").map(JsonElement::getAsInt).orElse(0),
        row.find("archive").map(object -> archive(inner(row, object))),
        map(row),
        answer(row));
  }

  private static DatasetFile.Archive archive(Row row) {
    return new DatasetFile.Archive(
        row.text("sha256"),
        row.element("bytes").getAsLong(),
        row.text("member"),
        row.text("extract"));
  }

  private static EvaluationProtocol protocol(Row row) {
    return new EvaluationProtocol(
        row.text("source"),
        row.element("samples").getAsInt(),
        row.find("temperature")
            .map(value -> OptionalDouble.of(value.getAsDouble()))
            .orElse(OptionalDouble.empty()),
        row.text("metric"),
        row.text("template"));
  }

  private static Optional<AnswerSource> answer(Row row) {
    return row.find("answer")
        .map(object -> inner(row, object))
        .map(answer -> new AnswerSource(answer.text("kind"), answer.findText("of").orElse("")));
  }

  private static Map<String, String> map(Row row) {
    return row.find("fields")
        .map(object -> inner(row, object).columns())
        .orElseGet(LinkedHashMap::new);
  }

  private static <T> List<T> list(Row row, String name, Function<Row, T> reader) {
    List<T> values = new ArrayList<>();
    row.element(name).getAsJsonArray().forEach(one -> values.add(reader.apply(inner(row, one))));
    return values;
  }

  private static Row inner(Row row, JsonElement object) {
    return new Row(row.place(), (JsonObject) object);
  }
}
