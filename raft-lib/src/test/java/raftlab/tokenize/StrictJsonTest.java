package raftlab.tokenize;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import raftlab.core.UserError;

class StrictJsonTest {

  private static final Path FILE = Path.of("tokenizer.json");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\fb\": 1}",
        "{\"a\": \"\n\"}",
        "{\"a\": \"\\ud800\"}",
        "{\"a\": \"\\ud800\\u0041\"}",
        "{\"a\": \"x\\udc00\"}",
        "{\"a\": \"\\u00g1\"}",
        "{\"a\": 1e999}",
        "{\"a\": 1-2}"
      })
  void refusesInWordsWhatGsonSkips(String json) {
    UserError error = assertThrows(UserError.class, () -> StrictJson.check(FILE, json));
    assertTrue(error.getMessage().startsWith("tokenizer.json is not"), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\": \"\\ud83d\\ude00 \\u0000 \\\\ud800 \\\" \\n\"}",
        "{\"\u00e9\": [-1.5e-3, 0, 12, true, null]}"
      })
  void passesWhatIsJson(String json) {
    assertDoesNotThrow(() -> StrictJson.check(FILE, json));
  }

  /** Found by the fuzzer at its case 1,465 of 100,000: the whole process ended. */
  @Test
  void aControlCharacterInTheDecoderEndsInWords(@TempDir Path folder) throws Exception {
    new ByteTokenizer().save(folder);
    Path file = folder.resolve(HfFolder.TOKENIZER);
    String sound = Files.readString(file);
    int decoder = sound.indexOf("use_regex", sound.indexOf("\"decoder\""));
    Files.writeString(file, sound.substring(0, decoder + 3) + "\f" + sound.substring(decoder + 4));
    UserError error = assertThrows(UserError.class, () -> HfTokenizer.load(folder));
    assertTrue(error.getMessage().contains("control character"), error.getMessage());
  }
}
