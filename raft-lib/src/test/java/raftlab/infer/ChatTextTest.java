package raftlab.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.UserError;
import raftlab.data.Place;
import raftlab.data.Row;
import raftlab.model.DecoderPolicy;
import raftlab.model.TinyPolicy;

class ChatTextTest {

  private static final String TEMPLATE =
      "{% if tools %}[{{ tools[0].name }}]{% endif %}"
          + "{% for m in messages %}{{ m.role }}: {{ m.content }};{% endfor %}"
          + "{% if enable_thinking is defined and enable_thinking is false %}no thoughts;{% endif %}"
          + "{% if add_generation_prompt %}assistant:{% endif %}";

  @TempDir Path folder;
  private DecoderPolicy policy;
  private PromptText chat;

  @BeforeEach
  void open() throws IOException {
    policy = TinyPolicy.in(folder, 1);
    Files.writeString(folder.resolve("chat_template.jinja"), TEMPLATE);
    chat = PromptText.named("chat", policy);
  }

  @AfterEach
  void close() {
    policy.close();
  }

  @Test
  void aTextIsTheUsersMessage() {
    assertEquals("user: one;assistant:", text("{\"prompt\": \"one\"}"));
  }

  @Test
  void messagesAreTakenAsTheyAre() {
    assertEquals(
        "system: s;user: u;assistant:",
        text(
            "{\"prompt\": [{\"role\": \"system\", \"content\": \"s\"},"
                + " {\"role\": \"user\", \"content\": \"u\"}]}"));
  }

  @Test
  void toolsAndOptionsOfARowReachTheTemplate() {
    assertEquals(
        "[add]user: one;no thoughts;assistant:",
        text(
            "{\"prompt\": \"one\", \"tools\": [{\"name\": \"add\"}],"
                + " \"chat_template_kwargs\": {\"enable_thinking\": false}}"));
  }

  @Test
  void theyMayBeJsonWithinATextAndNoToolsAreNone() {
    assertEquals(
        "[add]user: one;assistant:",
        text("{\"prompt\": \"one\", \"tools\": \"[{\\\"name\\\": \\\"add\\\"}]\"}"));
    assertEquals("user: one;assistant:", text("{\"prompt\": \"one\", \"tools\": []}"));
    for (String none : new String[] {"null", "\"null\"", "\"\"", "\" \""}) {
      String row =
          "{\"prompt\": \"one\", \"tools\": " + none + ", \"chat_template_kwargs\": " + none + "}";
      assertEquals("user: one;assistant:", text(row));
    }
  }

  /** The messages are those of the row, whatever the options are called. */
  @Test
  void optionsDoNotReplaceTheMessages() {
    assertEquals(
        "user: one;assistant:",
        text("{\"prompt\": \"one\", \"chat_template_kwargs\": {\"messages\": []}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"tools\": {\"name\": \"add\"} | tools that are not a list",
        "\"tools\": \"[{\" | tools that are not JSON",
        "\"chat_template_kwargs\": [1] | chat_template_kwargs that are not an object",
        "\"chat_template_kwargs\": \"thinking\" | chat_template_kwargs that are not an object",
      })
  void saysWhatIsWrongWithThem(String field, String expected) {
    UserError error =
        assertThrows(UserError.class, () -> text("{\"prompt\": \"one\", " + field + "}"));
    assertTrue(error.what().contains(expected), error.what());
    assertTrue(error.what().contains("line 3 of in.jsonl"), error.what());
  }

  private String text(String row) {
    Row read =
        new Row(new Place("in.jsonl", "line", 3), JsonParser.parseString(row).getAsJsonObject());
    return chat.of(read, "prompt");
  }
}
