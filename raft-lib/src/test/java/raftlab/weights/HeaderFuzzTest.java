package raftlab.weights;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Seeds;
import raftlab.core.UserError;

/** Mutated files open or are refused in words; {@code -Draft.fuzz=100000} gives the full number. */
class HeaderFuzzTest {

  private static final int CASES = Integer.getInteger("raft.fuzz", 500);
  private static final byte[] TELLING =
      "{}[]:,\"-0129eEtfn\\ \u0000".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void mutatedFilesOpenOrAreRefusedInWords() throws Exception {
    byte[] sound = Files.readAllBytes(Tensors.writePair(folder.resolve("sound")));
    Path file = folder.resolve("mutated");
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      Files.write(file, mutated(sound, Seeds.derive(1, i)));
      try (SafetensorsFile opened = SafetensorsFile.open(file)) {
        opened.names().forEach(opened::bytes);
      } catch (UserError e) {
        refused++;
      }
    }
    assertTrue(refused > CASES / 2, refused + " of " + CASES + " were refused");
  }

  private static byte[] mutated(byte[] sound, long seed) {
    int draw = 0;
    byte[] bytes = sound.clone();
    int changes = 1 + Seeds.below(seed, draw++, 4);
    for (int i = 0; i < changes; i++) {
      int kind = Seeds.below(seed, draw++, 8);
      int place = Seeds.below(seed, draw++, bytes.length);
      int value = Seeds.below(seed, draw++, 256);
      if (kind == 0) {
        bytes = Arrays.copyOf(bytes, Math.max(1, place));
      } else if (kind == 1) {
        bytes = Arrays.copyOf(bytes, bytes.length + value);
      } else if (kind == 2) {
        bytes[place % Math.min(8, bytes.length)] = (byte) value;
      } else if (kind < 6) {
        bytes[place] = TELLING[value % TELLING.length];
      } else {
        bytes[place] = (byte) value;
      }
    }
    return bytes;
  }
}
