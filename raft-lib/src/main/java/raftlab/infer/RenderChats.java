package raftlab.infer;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.chat.ChatTemplate;
import raftlab.data.JsonLines;
import raftlab.data.JsonLinesWriter;
import raftlab.data.Row;
import raftlab.files.JsonFile;

/**
 * Renders the messages of a file with a chat template's file, for comparison with transformers: see
 * tests/parity/chat.py. Arguments: template, rows with {@code prompt}, output, special tokens as
 * JSON.
 */
public final class RenderChats {

  private RenderChats() {}

  public static void main(String[] arguments) {
    ChatTemplate template = ChatTemplate.parse(JsonFile.readText(Path.of(arguments[0])));
    Map<String, String> tokens = new LinkedHashMap<>();
    JsonFile.parseObject(arguments[3], "tokens")
        .entrySet()
        .forEach(each -> tokens.put(each.getKey(), each.getValue().getAsString()));
    try (JsonLinesWriter out = JsonLinesWriter.create(Path.of(arguments[2]))) {
      for (Row row : JsonLines.readAll(Path.of(arguments[1]))) {
        JsonObject rendered = new JsonObject();
        rendered.addProperty(
            "text", template.render(row.element("prompt").getAsJsonArray(), true, tokens));
        out.write(rendered);
      }
      out.commit();
    }
  }
}
