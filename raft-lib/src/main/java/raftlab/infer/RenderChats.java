package raftlab.infer;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import raftlab.chat.ChatTemplate;
import raftlab.core.UserError;
import raftlab.data.JsonLines;
import raftlab.data.JsonLinesWriter;
import raftlab.data.Row;

/**
 * Renders chat templates for comparison with transformers: see tests/bench/chat_templates.py.
 * Arguments: rows with {@code template} (its text) and {@code context} (every variable by name), an
 * output of rows with {@code text} or {@code error}, and what the templates take for now.
 */
public final class RenderChats {

  private RenderChats() {}

  public static void main(String[] arguments) {
    LocalDateTime now = LocalDateTime.parse(arguments[2]);
    Map<String, ChatTemplate> read = new HashMap<>();
    try (JsonLinesWriter out = JsonLinesWriter.create(Path.of(arguments[1]))) {
      for (Row row : JsonLines.readAll(Path.of(arguments[0]))) {
        JsonObject rendered = new JsonObject();
        try {
          ChatTemplate template = read.computeIfAbsent(row.text("template"), ChatTemplate::parse);
          JsonObject context = row.element("context").getAsJsonObject();
          rendered.addProperty("text", template.render(context, now));
        } catch (UserError e) {
          rendered.addProperty("error", e.what());
        }
        out.write(rendered);
      }
      out.commit();
    }
  }
}
