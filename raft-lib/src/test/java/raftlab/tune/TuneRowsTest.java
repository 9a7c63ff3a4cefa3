package raftlab.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.UserError;
import raftlab.tokenize.ByteTokenizer;
import raftlab.tokenize.Tokenizer;
import raftlab.train.TrainingExample;

class TuneRowsTest {

  @TempDir Path folder;
  private final Tokenizer tokenizer = new ByteTokenizer();

  @Test
  void masksThePromptAndLearnsTheEndToken() throws IOException {
    TrainingExample example = only("{\"prompt\": \"ab\", \"completion\": \"c\"}", false, true, 0);
    assertArrayEquals(joined("abc", tokenizer.endId()), example.tokens());
    assertEquals(2, example.promptLength());
    assertEquals(2, example.lossTokens());
  }

  @Test
  void learnsThePromptOnRequestButForItsFirstToken() throws IOException {
    TrainingExample example = only("{\"prompt\": \"ab\", \"completion\": \"c\"}", true, true, 0);
    assertEquals(1, example.promptLength());
  }

  @Test
  void addsNoEndTokenOnRequest() throws IOException {
    TrainingExample example = only("{\"text\": \"abc\"}", false, false, 0);
    assertArrayEquals(joined("abc"), example.tokens());
    assertEquals(1, example.promptLength());
  }

  @Test
  void cutsLongTextsAndDropsWhatHasNothingLeft() throws IOException {
    TuneRows rows =
        read(
            "{\"text\": \"abcdef\"}\n{\"prompt\": \"abcdef\", \"completion\": \"g\"}",
            new TextSettings(false, true, 4));
    assertEquals(1, rows.examples().size());
    assertEquals(4, rows.examples().get(0).tokens().length);
    assertEquals(2, rows.cut());
    assertEquals(1, rows.dropped());
  }

  @Test
  void toolsAndOptionsOfARowReachTheChatTemplate() throws IOException {
    Files.writeString(
        folder.resolve("chat_template.jinja"),
        "{% if tools %}[{{ tools[0].name }}]{% endif %}{% for m in messages %}{{ m.role }}: "
            + "{{ m.content }};{% endfor %}{% if add_generation_prompt %}assistant: "
            + "{% if short %}short {% endif %}{% endif %}");
    String talk =
        "\"messages\": [{\"role\": \"user\", \"content\": \"a\"},"
            + " {\"role\": \"assistant\", \"content\": \"b\"}]";
    TrainingExample plain = only("{" + talk + "}", false, false, 0);
    assertArrayEquals(tokenizer.encode("user: a;assistant: b;"), plain.tokens());
    TrainingExample tools =
        only("{" + talk + ", \"tools\": [{\"name\": \"add\"}]}", false, false, 0);
    assertArrayEquals(tokenizer.encode("[add]user: a;assistant: b;"), tools.tokens());
    assertEquals(2, tools.lossTokens());
    String options = ", \"chat_template_kwargs\": {\"short\": true}";
    UserError error =
        assertThrows(UserError.class, () -> only("{" + talk + options + "}", false, false, 0));
    assertTrue(error.what().contains("template appends"), error.what());
  }

  @Test
  void namesTheRowThatHasNothingToLearn() {
    UserError error =
        assertThrows(
            UserError.class,
            () -> read("{\"text\": \"a\"}\n{\"prompt\": \"b\"}", TextSettings.DEFAULT));
    assertTrue(error.what().contains("line 2"), error.getMessage());
  }

  private TrainingExample only(String row, boolean all, boolean end, int longest)
      throws IOException {
    return read(row, new TextSettings(all, end, longest)).examples().get(0);
  }

  private TuneRows read(String rows, TextSettings text) throws IOException {
    Path file = folder.resolve("rows.jsonl");
    Files.writeString(file, rows + "\n");
    return TuneRows.read(file, tokenizer, folder, text, 64);
  }

  private int[] joined(String text, int... more) {
    return IntStream.concat(IntStream.of(tokenizer.encode(text)), IntStream.of(more)).toArray();
  }
}
