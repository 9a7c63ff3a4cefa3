package raftlab.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import raftlab.core.UserError;

/**
 * Small templates of our own, a construct each; what is expected was rendered by the environment of
 * transformers (tests/fixtures/make_chat_constructs.py). Whole templates of published models are
 * compared by tests/bench/chat_templates.py.
 */
class ChatConstructsTest {

  private static final LocalDateTime NOW = LocalDateTime.parse("2025-03-05T07:08:09");
  private static final JsonObject CONTEXT = context();

  @ParameterizedTest
  @MethodSource("rows")
  void rendersOrRefusesAsTransformersDoes(JsonObject row) {
    String template = row.get("template").getAsString();
    if (!row.has("refused")) {
      assertEquals(row.get("text").getAsString(), render(template), template);
      return;
    }
    UserError error = assertThrows(UserError.class, () -> render(template), template);
    assertTrue(error.what().startsWith("the chat template "), error.what());
    if (row.has("message")) {
      assertTrue(error.what().endsWith(row.get("message").getAsString()), error.what());
    }
  }

  private static String render(String template) {
    return ChatTemplate.parse(template).render(CONTEXT, NOW);
  }

  private static List<JsonObject> rows() {
    return resource("constructs.jsonl")
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  private static JsonObject context() {
    JsonObject context = JsonParser.parseString(resource("context.json")).getAsJsonObject();
    context.addProperty("add_generation_prompt", true);
    return context;
  }

  private static String resource(String name) {
    try (InputStream in = ChatConstructsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
