package raftlab.tokenize;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import raftlab.core.UserError;

/**
 * Reads the vocabulary out of a {@code tokenizer.json} as a stream: its merges, most of the file,
 * are passed over. Knows the layouts of BPE and WordPiece (an object) and Unigram (a list).
 */
final class VocabularyReader {

  /** Far above any vocabulary in use; keeps a damaged id from reserving gigabytes. */
  private static final int MOST_IDS = 4_000_000;

  private final Path file;
  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final Map<String, Integer> added = new HashMap<>();
  private final Map<Integer, String> special = new HashMap<>();

  private VocabularyReader(Path file) {
    this.file = file;
  }

  static Vocabulary read(Path file, String json) {
    VocabularyReader reader = new VocabularyReader(file);
    try {
      JsonReader stream = new JsonReader(new StringReader(json));
      stream.setStrictness(Strictness.STRICT);
      reader.readAll(stream);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw reader.broken("it is not the JSON of a tokenizer");
    }
    if (reader.vocabulary.isEmpty()) {
      throw reader.broken("its model has no vocab");
    }
    return new Vocabulary(reader.vocabulary, reader.added, reader.special);
  }

  private void readAll(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "model" -> readModel(json);
        case "added_tokens" -> readAdded(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
  }

  private void readModel(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      if (!json.nextName().equals("vocab")) {
        json.skipValue();
      } else if (json.peek() == JsonToken.BEGIN_OBJECT) {
        readNamed(json);
      } else {
        readListed(json);
      }
    }
    json.endObject();
  }

  private void readNamed(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      vocabulary.put(json.nextName(), readId(json));
    }
    json.endObject();
  }

  private void readListed(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      json.beginArray();
      vocabulary.put(json.nextString(), vocabulary.size());
      json.skipValue();
      json.endArray();
    }
    json.endArray();
  }

  private void readAdded(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      readAddedToken(json);
    }
    json.endArray();
  }

  private void readAddedToken(JsonReader json) throws IOException {
    Integer id = null;
    String content = null;
    boolean isSpecial = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "id" -> id = readId(json);
        case "content" -> content = json.nextString();
        case "special" -> isSpecial = json.nextBoolean();
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (id == null || content == null) {
      throw broken("an added token lacks its id or its content");
    }
    added.put(content, id);
    if (isSpecial) {
      special.put(id, content);
    }
  }

  private int readId(JsonReader json) throws IOException {
    int id = json.nextInt();
    if (id < 0 || id >= MOST_IDS) {
      throw broken("it has the token id " + id + ", expected 0 to " + (MOST_IDS - 1));
    }
    return id;
  }

  private UserError broken(String fault) {
    return new UserError(file + " cannot be read: " + fault, "", "fetch it again");
  }
}
