package raftlab.weights;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.core.UserError;

/**
 * The JSON of a header, read as a stream because a tree would silently keep only the last of two
 * equal names.
 */
final class HeaderJson {

  static final String METADATA = "__metadata__";
  private static final int MOST_DIMENSIONS = 64;
  private static final Pattern PLACE = Pattern.compile("at line \\d+ column \\d+");

  private final Path file;
  private final JsonReader reader;
  private final Map<String, Placed> tensors = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private HeaderJson(Path file, JsonReader reader) {
    this.file = file;
    this.reader = reader;
  }

  static HeaderJson parse(Path file, byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      JsonReader reader = new JsonReader(new StringReader(text));
      reader.setStrictness(Strictness.STRICT);
      HeaderJson parsed = new HeaderJson(file, reader);
      parsed.readAll();
      return parsed;
    } catch (CharacterCodingException e) {
      throw HeaderReader.broken(file, "the header is not UTF-8 text");
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw HeaderReader.broken(file, "the header is not valid JSON " + place(e));
    }
  }

  Map<String, Placed> tensors() {
    return tensors;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  private void readAll() throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (name.equals(METADATA)) {
        readMetadata();
      } else if (tensors.put(name, readTensor(name)) != null) {
        throw HeaderReader.broken(file, "tensor " + name + " is there twice");
      }
    }
    reader.endObject();
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new IllegalStateException("more than one document");
    }
  }

  private void readMetadata() throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      String key = reader.nextName();
      if (reader.peek() != JsonToken.STRING) {
        throw HeaderReader.broken(
            file, "metadata " + key + " is " + reader.peek() + ", expected text");
      }
      metadata.put(key, reader.nextString());
    }
    reader.endObject();
  }

  private Placed readTensor(String name) throws IOException {
    String dtype = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "dtype" -> dtype = reader.nextString();
        case "shape" -> shape = readNumbers(name, "dimension", MOST_DIMENSIONS);
        case "data_offsets" -> offsets = readNumbers(name, "offset", 2);
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
      throw HeaderReader.broken(
          file, "tensor " + name + " lacks its dtype, shape or two data_offsets");
    }
    long[] dimensions = shape.stream().mapToLong(Long::longValue).toArray();
    return new Placed(
        new TensorEntry(name, type(name, dtype), dimensions), offsets.get(0), offsets.get(1));
  }

  private StoredType type(String name, String dtype) {
    return StoredType.named(dtype)
        .orElseThrow(
            () ->
                new UserError(
                    file + ": tensor " + name + " has the type \"" + dtype + "\"",
                    "known types: " + List.of(StoredType.values()),
                    "convert the checkpoint to one of these"));
  }

  private List<Long> readNumbers(String name, String kind, int most) throws IOException {
    List<Long> numbers = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      String number = reader.peek() == JsonToken.NUMBER ? reader.nextString() : "no number";
      if (numbers.size() == most || !number.matches("[0-9]{1,18}")) {
        throw HeaderReader.broken(
            file,
            "tensor "
                + name
                + " has the "
                + kind
                + " "
                + number
                + ", expected at most "
                + most
                + " whole numbers of 0 or more");
      }
      numbers.add(Long.parseLong(number));
    }
    reader.endArray();
    return numbers;
  }

  /** Gson's messages advise its caller; only the place in them is of use to a reader. */
  private static String place(Exception e) {
    String message = String.valueOf(e.getMessage());
    Matcher place = PLACE.matcher(message);
    return place.find() ? place.group() : message.lines().findFirst().orElse("it is damaged");
  }
}
