package raftlab.tokenize;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Seeds;
import raftlab.core.UserError;

/**
 * Mutated {@code tokenizer.json} files load and work or are refused in words, and never end the
 * JVM; {@code -Draft.fuzz=100000} gives the full number.
 */
class TokenizerFuzzTest {

  private static final int CASES = Integer.getInteger("raft.fuzz", 300);
  private static final byte[] TELLING = "{}[]:,\"-0129eEtfn\\ ".getBytes(StandardCharsets.UTF_8);
  private static final String TEXT = "What is 4? é😀 <|endoftext|>";

  @TempDir Path folder;

  @Test
  void mutatedTokenizersWorkOrAreRefusedInWords() throws Exception {
    new ByteTokenizer().save(folder);
    Path file = folder.resolve(HfFolder.TOKENIZER);
    byte[] sound = Files.readAllBytes(file);
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      Files.write(file, mutated(sound, Seeds.derive(2, i)));
      try {
        HfTokenizer tokenizer = HfTokenizer.load(folder);
        tokenizer.decode(tokenizer.encode(TEXT));
      } catch (UserError e) {
        refused++;
      }
    }
    assertTrue(refused > CASES / 2, refused + " of " + CASES + " were refused");
  }

  private static byte[] mutated(byte[] sound, long seed) {
    int place = Seeds.below(seed, 0, sound.length);
    int value = Seeds.below(seed, 1, 256);
    if (Seeds.below(seed, 2, 8) == 0) {
      return Arrays.copyOf(sound, place);
    }
    byte[] bytes = sound.clone();
    boolean telling = Seeds.below(seed, 3, 2) == 0;
    bytes[place] = telling ? TELLING[value % TELLING.length] : (byte) value;
    return bytes;
  }
}
