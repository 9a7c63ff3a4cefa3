package raftlab.data;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The objects of one JSON array, read one at a time. A syntax error ends the file, since there is
 * no way to find the next element.
 */
final class ArrayRows implements RowSource {

  private final String file;
  private final JsonReader reader;
  private long number;
  private boolean done;

  ArrayRows(String file, InputStream in) {
    this.file = file;
    this.reader =
        new JsonReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  @Override
  public Optional<Step> next() throws IOException {
    if (done) {
      return Optional.empty();
    }
    try {
      return advance();
    } catch (MalformedJsonException | EOFException | CharacterCodingException e) {
      done = true;
      return Optional.of(Step.broken(place(number + 1), reason(e)));
    }
  }

  private Optional<Step> advance() throws IOException {
    if (number == 0) {
      reader.beginArray();
    }
    if (!reader.hasNext()) {
      done = true;
      reader.endArray();
      return reader.peek() == JsonToken.END_DOCUMENT
          ? Optional.empty()
          : Optional.of(Step.broken(place(number + 1), "there is more text after the array"));
    }
    JsonElement value = JsonText.read(reader);
    Place place = place(++number);
    return Optional.of(
        value.isJsonObject()
            ? Step.of(new Row(place, value.getAsJsonObject()))
            : Step.broken(place, "it is a bare value"));
  }

  private Place place(long element) {
    return new Place(file, "element", element);
  }

  private static String reason(IOException e) {
    if (e instanceof EOFException) {
      return "the array ends too early";
    }
    return e instanceof CharacterCodingException ? "it is not UTF-8 text" : JsonText.reason(e);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
