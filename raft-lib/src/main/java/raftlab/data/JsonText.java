package raftlab.data;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;

/** Parses JSON strictly: one value, nothing after it, numbers keep their text. */
final class JsonText {

  private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

  private JsonText() {}

  /** Parses one value. */
  static JsonElement parse(String text) throws MalformedJsonException {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      JsonElement value = read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("there is more text after the first value");
      }
      return value;
    } catch (MalformedJsonException e) {
      throw e;
    } catch (IOException e) {
      throw new MalformedJsonException(e.getMessage(), e);
    }
  }

  /** Reads the next value of an open document. */
  static JsonElement read(JsonReader reader) throws IOException {
    reader.setStrictness(Strictness.LEGACY_STRICT);
    return value(reader);
  }

  /** Reads the next value as strictly as the reader is set. */
  static JsonElement value(JsonReader reader) throws IOException {
    try {
      return ELEMENTS.read(reader);
    } catch (EOFException e) {
      throw new MalformedJsonException("it ends too early", e);
    } catch (JsonParseException e) {
      throw new MalformedJsonException(reason(e), e);
    }
  }

  /** Returns an exception's message without Gson's second line of advice. */
  static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    return first.replace(
        "Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON",
        "not valid JSON");
  }
}
