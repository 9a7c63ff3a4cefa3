package raftlab.tokenize;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.UserError;
import raftlab.files.JsonFile;

/** What a model folder says about chats: its template and the special tokens that it names. */
public final class ChatFiles {

  private static final List<String> TOKENS =
      List.of("bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token");

  private final Path folder;
  private final HfFolder files;

  private ChatFiles(Path folder) {
    this.folder = folder;
    this.files = new HfFolder(folder);
  }

  public static ChatFiles of(Path folder) {
    return new ChatFiles(folder);
  }

  /**
   * Returns the template: chat_template.jinja, else {@code chat_template} of tokenizer_config.json
   * (of several named ones the one called default).
   *
   * @throws UserError if there is none
   */
  public String template() {
    Path own = folder.resolve(HfFolder.TEMPLATE);
    if (Files.isRegularFile(own)) {
      return JsonFile.readText(own);
    }
    return files
        .find(HfFolder.CONFIG, "chat_template")
        .flatMap(ChatFiles::text)
        .orElseThrow(
            () ->
                new UserError(
                    folder + " has no chat template",
                    "looked for chat_template.jinja and chat_template in " + HfFolder.CONFIG,
                    "Use --template qwen-math, boxed, raw or a file"));
  }

  private static Optional<String> text(JsonElement element) {
    if (element instanceof JsonArray list) {
      for (JsonElement each : list) {
        if (each instanceof JsonObject named
            && named.has("name")
            && named.get("name").getAsString().equals("default")) {
          return Optional.ofNullable(named.get("template")).map(JsonElement::getAsString);
        }
      }
      return Optional.empty();
    }
    return element.isJsonPrimitive() ? Optional.of(element.getAsString()) : Optional.empty();
  }

  /** Returns the special tokens that the folder names, by name. */
  public Map<String, String> specialTokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    TOKENS.forEach(name -> files.token(name).ifPresent(token -> tokens.put(name, token)));
    return tokens;
  }
}
