package raftlab.tokenize;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import raftlab.core.UserError;
import raftlab.files.JsonFile;

/** The small JSON files of a model folder that tell which tokens end and which fill. */
final class HfFolder {

  static final String TOKENIZER = "tokenizer.json";
  static final String CONFIG = "tokenizer_config.json";
  static final String SPECIAL = "special_tokens_map.json";
  static final String GENERATION = "generation_config.json";
  static final String MODEL = "config.json";
  static final String TEMPLATE = "chat_template.jinja";

  /** What makes up a tokenizer, in the order it is copied. */
  static final List<String> TOKENIZER_FILES =
      List.of(
          TOKENIZER, CONFIG, SPECIAL, TEMPLATE, "added_tokens.json", "vocab.json", "merges.txt");

  private final Path folder;

  HfFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns the ids under a key that holds one number or a list; empty if the key is not there. */
  int[] ids(String file, String key) {
    JsonElement found = find(file, key).orElseGet(JsonArray::new);
    IntStream ids =
        found.isJsonArray()
            ? StreamSupport.stream(found.getAsJsonArray().spliterator(), false)
                .mapToInt(id -> number(file, key, id))
            : IntStream.of(number(file, key, found));
    return ids.toArray();
  }

  /** Returns a token given as text or as an object with its content. */
  Optional<String> token(String key) {
    return token(CONFIG, key).or(() -> token(SPECIAL, key));
  }

  private Optional<String> token(String file, String key) {
    Optional<JsonElement> found = find(file, key);
    if (found.isPresent() && found.get() instanceof JsonObject object) {
      found = Optional.ofNullable(object.get("content"));
    }
    return found.filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
  }

  /** Returns a value of one of the files; empty if it is null or absent, or there is no file. */
  Optional<JsonElement> find(String file, String key) {
    Path path = folder.resolve(file);
    return Files.exists(path)
        ? Optional.ofNullable(JsonFile.readObject(path).get(key)).filter(e -> !e.isJsonNull())
        : Optional.empty();
  }

  private int number(String file, String key, JsonElement value) {
    try {
      return value.getAsInt();
    } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
      throw new UserError(
          folder.resolve(file) + " has " + value + " for " + key,
          "expected a token id or a list of them",
          "");
    }
  }
}
