package raftlab.run;

import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;

/** A file of records: a header line that says what they belong to, then one line per record. */
final class RecordLines {

  /** What was read: the header and the records in order. */
  record Content<H, R>(H header, List<R> records) {}

  private RecordLines() {}

  static void write(Path file, Object header, Iterable<?> records) {
    AtomicFile.write(
        file,
        stream -> {
          Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
          line(out, header);
          for (Object each : records) {
            line(out, each);
          }
          out.flush();
        });
  }

  static <H, R> Content<H, R> read(Path file, Class<H> headerType, Class<R> recordType) {
    int number = 1;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String first = in.readLine();
      if (first == null) {
        throw new UserError(file + " is empty", "", "Delete it and resume the run");
      }
      H header = RecordJson.LINE.fromJson(first, headerType);
      List<R> records = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        records.add(RecordJson.LINE.fromJson(line, recordType));
      }
      return new Content<>(header, records);
    } catch (NoSuchFileException e) {
      throw new UserError("there is no file " + file);
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
      throw new UserError(
          "line " + number + " of " + file + " is broken: " + reason(e),
          "",
          "Delete the file and resume the run, or write it again");
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage());
    }
  }

  /** Returns the parser's message without the names of its exceptions. */
  private static String reason(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return message.replaceFirst("^(?:[\\w.$]+(?:Exception|Error): )+", "");
  }

  private static void line(Writer out, Object value) throws IOException {
    RecordJson.LINE.toJson(value, out);
    out.write('\n');
  }
}
