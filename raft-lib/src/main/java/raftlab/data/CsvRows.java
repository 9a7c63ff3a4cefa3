package raftlab.data;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.UserError;

/**
 * Reads CSV as RFC 4180 has it: commas, fields in double quotes where they hold a comma, a quote
 * (doubled) or a line end; the first record names the columns. A byte order mark is passed over.
 */
public final class CsvRows {

  private final Path file;
  private final BufferedReader in;
  private long line = 1;
  private int next;

  private CsvRows(Path file, BufferedReader in) throws IOException {
    this.file = file;
    this.in = in;
    this.next = in.read();
    if (next == '\uFEFF') {
      next = in.read();
    }
  }

  /** Reads all rows; a record with more or fewer fields than the header is an error. */
  public static List<Row> readAll(Path file) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(InputFile.open(file), StandardCharsets.UTF_8))) {
      return new CsvRows(file, in).rows();
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  /** Returns the names of the columns; reads only the first record. */
  static List<String> header(Path file) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(InputFile.open(file), StandardCharsets.UTF_8))) {
      CsvRows csv = new CsvRows(file, in);
      return csv.next < 0 ? List.of() : csv.record();
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  private List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> header = next < 0 ? List.of() : record();
    while (next >= 0) {
      Place place = new Place(String.valueOf(file.getFileName()), "line", line);
      List<String> fields = record();
      if (fields.size() == 1 && fields.get(0).isEmpty()) {
        continue;
      }
      if (fields.size() != header.size()) {
        throw new UserError(
            place + " has " + fields.size() + " fields, the header " + header.size(),
            "",
            "Mend or remove that row");
      }
      JsonObject row = new JsonObject();
      for (int i = 0; i < fields.size(); i++) {
        row.addProperty(header.get(i), fields.get(i));
      }
      rows.add(new Row(place, row));
    }
    return rows;
  }

  private List<String> record() throws IOException {
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (next == ',') {
      next = in.read();
      fields.add(field());
    }
    if (next == '\r') {
      next = in.read();
    }
    if (next == '\n') {
      next = in.read();
      line++;
    }
    return fields;
  }

  private String field() throws IOException {
    StringBuilder text = new StringBuilder();
    if (next == '"') {
      next = in.read();
      quoted(text);
    }
    while (next >= 0 && next != ',' && next != '\n' && next != '\r') {
      text.append((char) next);
      next = in.read();
    }
    return text.toString();
  }

  private void quoted(StringBuilder text) throws IOException {
    long start = line;
    while (true) {
      if (next < 0) {
        throw new UserError("line " + start + " of " + file + " opens a quote that never closes");
      }
      int current = next;
      next = in.read();
      if (current == '"' && next != '"') {
        return;
      }
      if (current == '"') {
        next = in.read();
      }
      line += current == '\n' ? 1 : 0;
      text.append((char) current);
    }
  }
}
