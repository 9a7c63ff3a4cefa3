package raftlab.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;
import raftlab.files.JsonFile;

class HfTokenizerTest {

  @TempDir Path folder;

  @BeforeEach
  void saveAByteTokenizer() {
    new ByteTokenizer().save(folder);
  }

  @Test
  void takesTheEndIdsOfGenerationConfigFirstThenOfConfig() {
    write("config.json", "{\"eos_token_id\": 65}");
    assertArrayEquals(new int[] {65}, HfTokenizer.load(folder).endIds());
    write("generation_config.json", "{\"eos_token_id\": [66, 256]}");
    assertArrayEquals(new int[] {66, 256}, HfTokenizer.load(folder).endIds());
    write("generation_config.json", "{\"eos_token_id\": null}");
    assertArrayEquals(new int[] {65}, HfTokenizer.load(folder).endIds());
  }

  @Test
  void readsAnEndTokenGivenAsAnObject() {
    write("tokenizer_config.json", "{\"eos_token\": {\"content\": \"<|endoftext|>\"}}");
    assertArrayEquals(new int[] {256}, HfTokenizer.load(folder).endIds());
  }

  @Test
  void neverFillsWithAnEndToken() {
    write(
        "tokenizer_config.json",
        "{\"eos_token\": \"<|endoftext|>\", \"pad_token\": \"<|endoftext|>\"}");
    assertEquals(257, HfTokenizer.load(folder).padId());
    write("config.json", "{\"eos_token_id\": [256, 257]}");
    assertEquals(0, HfTokenizer.load(folder).padId());
  }

  @Test
  void cutsAndFillsNothingWhateverTheFileSays() {
    JsonObject root = JsonFile.readObject(folder.resolve("tokenizer.json"));
    root.add(
        "truncation",
        JsonParser.parseString(
            "{\"direction\":\"Right\",\"max_length\":4,\"strategy\":\"LongestFirst\",\"stride\":0}"));
    root.add(
        "padding",
        JsonParser.parseString(
            "{\"strategy\":{\"Fixed\":9},\"direction\":\"Right\",\"pad_to_multiple_of\":null,"
                + "\"pad_id\":257,\"pad_type_id\":0,\"pad_token\":\"<|pad|>\"}"));
    JsonFile.write(folder.resolve("tokenizer.json"), root);
    HfTokenizer tokenizer = HfTokenizer.load(folder);
    assertEquals(6, tokenizer.encode("abcdef").length);
    assertEquals(1, tokenizer.encode("a").length);
    assertEquals(2000, tokenizer.encode("a".repeat(2000)).length);
  }

  @Test
  void addsABeginTokenOnlyWhenAsked() {
    JsonObject root = JsonFile.readObject(folder.resolve("tokenizer.json"));
    root.add(
        "post_processor",
        JsonParser.parseString(
            "{\"type\":\"TemplateProcessing\","
                + "\"single\":[{\"SpecialToken\":{\"id\":\"<|pad|>\",\"type_id\":0}},"
                + "{\"Sequence\":{\"id\":\"A\",\"type_id\":0}}],\"pair\":[],"
                + "\"special_tokens\":{\"<|pad|>\":{\"id\":\"<|pad|>\",\"ids\":[257],"
                + "\"tokens\":[\"<|pad|>\"]}}}"));
    JsonFile.write(folder.resolve("tokenizer.json"), root);
    assertArrayEquals(new int[] {97}, HfTokenizer.load(folder).encode("a"));
    assertArrayEquals(new int[] {257, 97}, HfTokenizer.load(folder).encodePrompt("a"));
  }

  @Test
  void copiesItsFilesToAnotherFolder(@TempDir Path target) throws Exception {
    HfTokenizer.load(folder).save(target.resolve("model"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("tokenizer.json")),
        Files.readAllBytes(target.resolve("model/tokenizer.json")));
    assertEquals(258, HfTokenizer.load(target.resolve("model")).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tokenizer.json         | '{'                        | it is not the JSON of a tokenizer",
        "tokenizer.json         | '{\"model\": {}}'          | its model has no vocab",
        "tokenizer.json         | '{\"model\": {\"vocab\": {\"a\": -1}}}' | it has the token id -1",
        "tokenizer.json         | '{\"model\": {\"type\": \"X\", \"vocab\": {\"<|endoftext|>\": 0, \"a\": 1}}}' | is not a tokenizer that can be loaded",
        "generation_config.json | '{\"eos_token_id\": -1}'   | has the end token id -1",
        "generation_config.json | '{\"eos_token_id\": \"x\"}' | has \"x\" for eos_token_id",
        "tokenizer_config.json  | '{'                        | is not valid JSON",
      })
  void saysWhichFileIsBroken(String file, String content, String expected) {
    write(file, content);
    UserError error = assertThrows(UserError.class, () -> HfTokenizer.load(folder));
    assertTrue(error.what().contains(expected), error.what());
  }

  @Test
  void hasNoEndIdsWhereTheFilesNameNone() {
    write("tokenizer_config.json", "{}");
    HfTokenizer tokenizer = HfTokenizer.load(folder);
    assertEquals(0, tokenizer.endIds().length);
    UserError error = assertThrows(UserError.class, tokenizer::endId);
    assertTrue(error.what().contains("names no end token"), error.what());
  }

  @Test
  void addsTheBeginTokenThatALlamaTokenizerAdds() {
    int begin = 257;
    assertArrayEquals(new int[] {97}, HfTokenizer.load(folder).encodePrompt("a"));
    String config = "{\"tokenizer_class\": \"%s\", \"bos_token\": \"<|pad|>\"%s}";
    write("tokenizer_config.json", String.format(config, "LlamaTokenizer", ""));
    assertArrayEquals(new int[] {begin, 97}, HfTokenizer.load(folder).encodePrompt("a"));
    assertArrayEquals(new int[] {97}, HfTokenizer.load(folder).encode("a"));
    write(
        "tokenizer_config.json",
        String.format(config, "LlamaTokenizerFast", ", \"add_bos_token\": false"));
    assertArrayEquals(new int[] {97}, HfTokenizer.load(folder).encodePrompt("a"));
    write("tokenizer_config.json", String.format(config, "PreTrainedTokenizerFast", ""));
    assertArrayEquals(new int[] {97}, HfTokenizer.load(folder).encodePrompt("a"));
  }

  @Test
  void saysThatThereIsNoTokenizer(@TempDir Path empty) {
    UserError error = assertThrows(UserError.class, () -> HfTokenizer.load(empty));
    assertTrue(error.what().endsWith("tokenizer.json"), error.what());
  }

  private void write(String name, String content) {
    AtomicFile.writeText(folder.resolve(name), content);
  }
}
