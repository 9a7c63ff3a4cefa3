package raftlab.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import raftlab.core.UserError;

/** Makes a data set's file from the archive it comes in. */
final class ArchiveMember {

  private static final Set<String> QUESTION =
      Set.of(
          "question_id",
          "question",
          "options",
          "answer",
          "answer_index",
          "cot_content",
          "category",
          "src");

  private ArchiveMember() {}

  /** Writes the file that the descriptor describes to {@code target}. */
  static void extract(Path archive, DatasetFile.Archive how, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry member =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(how.member()))
              .findFirst()
              .map(ZipEntry.class::cast)
              .orElseThrow(
                  () -> new UserError(archive + " has no member that ends in " + how.member()));
      try (InputStream in = zip.getInputStream(member)) {
        if (how.extract().equals("questions")) {
          questions(in, target);
        } else {
          Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** MMLU-Pro's questions: the rows without what a model made of them, sorted by question_id. */
  private static void questions(InputStream in, Path target) throws IOException {
    List<JsonObject> rows = new ArrayList<>();
    for (JsonElement row :
        JsonText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getAsJsonArray()) {
      JsonObject question = row.getAsJsonObject();
      question.keySet().retainAll(QUESTION);
      rows.add(question);
    }
    rows.sort(Comparator.comparingInt(row -> row.get("question_id").getAsInt()));
    try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
      for (JsonObject row : rows) {
        out.write(spaced(row));
        out.write('\n');
      }
    }
  }

  /**
   * Writes JSON with a blank after each comma and colon and no escape that JSON does not demand:
   * the form whose checksum the descriptor holds.
   */
  static String spaced(JsonElement value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(JsonElement value, StringBuilder text) {
    if (value instanceof JsonObject object) {
      String separator = "{";
      for (Map.Entry<String, JsonElement> field : object.entrySet()) {
        text.append(separator);
        quote(field.getKey(), text);
        append(field.getValue(), text.append(": "));
        separator = ", ";
      }
      text.append(object.isEmpty() ? "{}" : "}");
    } else if (value instanceof JsonArray array) {
      text.append('[');
      for (int i = 0; i < array.size(); i++) {
        append(array.get(i), i == 0 ? text : text.append(", "));
      }
      text.append(']');
    } else if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
      quote(value.getAsString(), text);
    } else {
      text.append(value);
    }
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    text.append('"');
  }
}
