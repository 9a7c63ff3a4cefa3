package raftlab.data;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.function.Predicate;

/**
 * Reads the fields that are wanted of a line that is one JSON object and passes over the others.
 * Numbers keep the text they were written with.
 */
public final class JsonFields {

  private JsonFields() {}

  /**
   * Returns the wanted fields. The numbers that Python writes and JSON does not have ({@code NaN},
   * {@code Infinity}) are accepted.
   *
   * @throws MalformedJsonException with the reason in a few words
   */
  public static JsonObject of(String line, Predicate<String> wanted) throws MalformedJsonException {
    try {
      return read(line, wanted, Strictness.LEGACY_STRICT);
    } catch (MalformedJsonException e) {
      if (line.contains("NaN") || line.contains("Infinity")) {
        return read(line, wanted, Strictness.LENIENT);
      }
      throw e;
    }
  }

  private static JsonObject read(String line, Predicate<String> wanted, Strictness strictness)
      throws MalformedJsonException {
    try (JsonReader reader = new JsonReader(new StringReader(line))) {
      reader.setStrictness(strictness);
      return read(reader, wanted);
    } catch (MalformedJsonException e) {
      throw new MalformedJsonException(inLine(JsonText.reason(e)), e);
    } catch (EOFException e) {
      throw new MalformedJsonException("it ends too early", e);
    } catch (IOException | IllegalStateException e) {
      throw new MalformedJsonException(inLine(JsonText.reason(e)), e);
    }
  }

  /** The text is one line, so its number within the text says nothing. */
  private static String inLine(String reason) {
    return reason.replaceFirst("at line 1 (column \\d+).*", "at $1");
  }

  private static JsonObject read(JsonReader reader, Predicate<String> wanted) throws IOException {
    JsonObject fields = new JsonObject();
    if (reader.peek() != JsonToken.BEGIN_OBJECT) {
      throw new MalformedJsonException("it is a bare value");
    }
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (wanted.test(name)) {
        fields.add(name, value(reader));
      } else {
        reader.skipValue();
      }
    }
    reader.endObject();
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("there is more text after the object");
    }
    return fields;
  }

  private static JsonElement value(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case STRING -> new JsonPrimitive(reader.nextString());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> JsonText.value(reader);
    };
  }
}
