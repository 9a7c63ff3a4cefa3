package raftlab.tokenize;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.UserError;

/**
 * A model folder's tokenizer.json. End tokens come from generation_config.json, else config.json,
 * else tokenizer_config.json. Encoding adds no special tokens, as transformers with {@code
 * add_special_tokens=False}. Thread-safe; the native tokenizer lives as long as the process.
 */
public final class HfTokenizer implements Tokenizer {

  private final HuggingFaceTokenizer tokenizer;
  private final Map<String, Integer> vocabulary;
  private final String[] texts;
  private final int[] endIds;
  private final int padId;

  private HfTokenizer(
      HuggingFaceTokenizer tokenizer, Map<String, Integer> vocabulary, int[] endIds, int padId) {
    this.tokenizer = tokenizer;
    this.vocabulary = vocabulary;
    int size = vocabulary.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
    this.texts = new String[size];
    vocabulary.forEach((text, id) -> texts[id] = text);
    this.endIds = endIds;
    this.padId = padId;
  }

  /** Loads a folder's tokenizer; a {@link UserError} says what is missing or broken. */
  public static HfTokenizer load(Path folder) {
    Path file = folder.resolve("tokenizer.json");
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          folder + " is not a model folder: it has no tokenizer.json",
          "",
          "Give a folder with config.json, tokenizer.json and model.safetensors");
    }
    JsonObject json = json(file).orElseThrow();
    Map<String, Integer> vocabulary = vocabulary(file, json);
    int[] endIds = endIds(folder, vocabulary);
    if (endIds.length == 0) {
      throw new UserError(
          "no end token is named in " + folder,
          "generation_config.json, config.json and tokenizer_config.json lack eos_token",
          "Add eos_token_id to generation_config.json");
    }
    try {
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.builder()
              .optTokenizerPath(file)
              .optAddSpecialTokens(false)
              .optTruncation(false)
              .optPadding(false)
              .build();
      return new HfTokenizer(tokenizer, vocabulary, endIds, padId(folder, vocabulary, endIds));
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          file + " cannot be read as a tokenizer: " + e.getMessage(), "", "Copy it again");
    }
  }

  @Override
  public int[] encode(String text) {
    return Arrays.stream(tokenizer.encode(text).getIds()).mapToInt(Math::toIntExact).toArray();
  }

  @Override
  public String decode(int[] ids) {
    return tokenizer.decode(Arrays.stream(ids).mapToLong(id -> id).toArray(), true);
  }

  @Override
  public String tokenText(int id) {
    return id >= 0 && id < texts.length && texts[id] != null ? texts[id] : "";
  }

  @Override
  public int size() {
    return texts.length;
  }

  @Override
  public Optional<Integer> idOf(String token) {
    return Optional.ofNullable(vocabulary.get(token));
  }

  @Override
  public int[] endIds() {
    return endIds.clone();
  }

  @Override
  public int padId() {
    return padId;
  }

  private static Optional<JsonObject> json(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new UserError(file + " is not readable JSON: " + e.getMessage(), "", "Copy it again");
    }
  }

  private static Map<String, Integer> vocabulary(Path file, JsonObject json) {
    Map<String, Integer> vocabulary = new HashMap<>();
    try {
      JsonElement vocab = json.getAsJsonObject("model").get("vocab");
      if (vocab.isJsonObject()) {
        vocab
            .getAsJsonObject()
            .entrySet()
            .forEach(each -> vocabulary.put(each.getKey(), each.getValue().getAsInt()));
      }
      JsonElement added = json.get("added_tokens");
      for (JsonElement each : added == null ? new JsonArray() : added.getAsJsonArray()) {
        JsonObject token = each.getAsJsonObject();
        vocabulary.put(token.get("content").getAsString(), token.get("id").getAsInt());
      }
    } catch (RuntimeException e) {
      throw new UserError(file + " has no vocabulary: " + e.getMessage(), "", "Copy it again");
    }
    if (vocabulary.values().stream().anyMatch(id -> id < 0 || id > 10_000_000)) {
      throw new UserError(file + " has token ids outside 0 to 10,000,000", "", "Copy it again");
    }
    return vocabulary;
  }

  private static int[] endIds(Path folder, Map<String, Integer> vocabulary) {
    for (String each : List.of("generation_config.json", "config.json")) {
      JsonElement ids =
          json(folder.resolve(each)).map(json -> json.get("eos_token_id")).orElse(null);
      if (ids != null && ids.isJsonArray()) {
        return ids.getAsJsonArray().asList().stream().mapToInt(JsonElement::getAsInt).toArray();
      }
      if (ids != null && ids.isJsonPrimitive()) {
        return new int[] {ids.getAsInt()};
      }
    }
    return named(folder, "eos_token", vocabulary).stream().mapToInt(Integer::intValue).toArray();
  }

  private static int padId(Path folder, Map<String, Integer> vocabulary, int[] endIds) {
    List<Integer> candidates = named(folder, "pad_token", vocabulary);
    for (int id : candidates) {
      if (Arrays.stream(endIds).noneMatch(end -> end == id)) {
        return id;
      }
    }
    // Padding is masked everywhere, so any id that does not end a completion will do.
    int id = 0;
    while (contains(endIds, id)) {
      id++;
    }
    return id;
  }

  private static boolean contains(int[] ids, int id) {
    return Arrays.stream(ids).anyMatch(each -> each == id);
  }

  private static List<Integer> named(Path folder, String key, Map<String, Integer> vocabulary) {
    List<Integer> ids = new ArrayList<>();
    json(folder.resolve("tokenizer_config.json"))
        .map(json -> json.get(key))
        .map(HfTokenizer::content)
        .map(vocabulary::get)
        .ifPresent(ids::add);
    return ids;
  }

  private static String content(JsonElement token) {
    if (token.isJsonObject()) {
      return token.getAsJsonObject().get("content").getAsString();
    }
    return token.isJsonPrimitive() ? token.getAsString() : "";
  }
}
