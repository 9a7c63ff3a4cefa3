package raftlab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.Seeds;
import raftlab.core.UserError;

/** Mutated config.json files are read or refused in words; {@code -Draft.fuzz=100000} for all. */
class ConfigFuzzTest {

  private static final int CASES = Integer.getInteger("raft.fuzz", 1000);
  private static final byte[] TELLING = "{}[]:,\"-0129eEtfn\\ .".getBytes(StandardCharsets.UTF_8);
  private static final String SOUND =
      "{\"model_type\": \"qwen2\", \"vocab_size\": 96, \"hidden_size\": 32, \"intermediate_size\":"
          + " 64, \"num_hidden_layers\": 2, \"num_attention_heads\": 4, \"num_key_value_heads\": 2,"
          + " \"max_position_embeddings\": 128, \"rope_theta\": 1e6, \"use_sliding_window\": true,"
          + " \"sliding_window\": 9, \"max_window_layers\": 1, \"rope_scaling\": {\"rope_type\":"
          + " \"yarn\", \"factor\": 4.0}}";

  @TempDir Path folder;

  @Test
  void mutatedConfigurationsAreReadOrRefusedInWords() throws Exception {
    byte[] sound = SOUND.getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      Files.write(folder.resolve("config.json"), mutated(sound, Seeds.derive(3, i)));
      try {
        DecoderConfig.read(folder);
      } catch (UserError e) {
        refused++;
      }
    }
    assertTrue(refused > CASES / 4, refused + " of " + CASES + " were refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"vocab_size\": 96       | \"vocab_size\": 1e999999999  | vocab_size 1e999999999",
        "\"vocab_size\": 96       | \"vocab_size\": 2.5          | vocab_size 2.5",
        "\"hidden_size\": 32      | \"hidden_size\": [1]         | hidden_size [1]",
        "\"num_hidden_layers\": 2 | \"num_hidden_layers\": 99999 | num_hidden_layers 99999",
        "\"qwen2\"                | \"qwen4\"                    | \"qwen4\"",
        "\"yarn\"                 | \"longrope\"                 | \"longrope\"",
        "\"hidden_size\": 32      | \"hidden_size\": 32, \"hidden_act\": \"gelu\" | hidden_act",
      })
  void namesTheValueThatIsWrong(String from, String to, String expected) throws Exception {
    Files.writeString(folder.resolve("config.json"), SOUND.replace(from, to));
    UserError error = assertThrows(UserError.class, () -> DecoderConfig.read(folder));
    assertTrue(error.what().contains(expected), error.what());
  }

  @Test
  void givesTheWindowToTheLaterLayersOnly() throws Exception {
    Files.writeString(folder.resolve("config.json"), SOUND);
    assertEquals(List.of(0, 9), DecoderConfig.read(folder).windows());
  }

  private static byte[] mutated(byte[] sound, long seed) {
    int place = Seeds.below(seed, 0, sound.length);
    int value = Seeds.below(seed, 1, 256);
    if (Seeds.below(seed, 2, 8) == 0) {
      return Arrays.copyOf(sound, place);
    }
    byte[] bytes = sound.clone();
    bytes[place] = Seeds.below(seed, 3, 3) > 0 ? TELLING[value % TELLING.length] : (byte) value;
    return bytes;
  }
}
