package raftlab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.UserError;

class DecoderPolicyTest {

  @TempDir Path folder;

  @Test
  void comesBackFromDiskWithTheSameBits() {
    Path saved = folder.resolve("saved");
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1)) {
      policy.save(saved);
      try (DecoderPolicy read = DecoderPolicy.load(saved)) {
        assertEquals(policy.weightsHash(), read.weightsHash());
        assertEquals(policy.config(), read.config());
        assertEquals("saved@" + policy.weightsHash().substring(0, 12), read.id());
      }
    }
  }

  @Test
  void bfloat16ComesBackWithTheSameBits() {
    Path saved = folder.resolve("saved");
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1)) {
      policy.save(saved);
    }
    Path again = folder.resolve("again");
    try (DecoderPolicy half = DecoderPolicy.load(saved, Precision.BFLOAT16)) {
      half.save(again);
      assertEquals(Precision.BFLOAT16, Precision.stored(again));
      try (DecoderPolicy read = DecoderPolicy.load(again, Precision.BFLOAT16);
          DecoderPolicy copy = read.copy()) {
        assertEquals(half.weightsHash(), read.weightsHash());
        assertEquals(half.weightsHash(), copy.weightsHash());
      }
    }
  }

  @Test
  void seedDecidesFreshWeights() {
    try (DecoderPolicy one = TinyPolicy.in(folder, 1);
        DecoderPolicy same = TinyPolicy.in(folder, 1);
        DecoderPolicy other = TinyPolicy.in(folder, 2)) {
      assertEquals(one.weightsHash(), same.weightsHash());
      assertNotEquals(one.weightsHash(), other.weightsHash());
    }
  }

  @Test
  void copyHasTheSameWeights() {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        DecoderPolicy copy = policy.copy()) {
      assertEquals(policy.id(), copy.id());
    }
  }

  @Test
  void namesTheFolderThatIsNoModel() {
    UserError error = assertThrows(UserError.class, () -> DecoderPolicy.load(folder));
    assertTrue(error.what().contains(folder.toString()), error.getMessage());
    assertTrue(error.what().contains("config.json"), error.getMessage());
  }

  @Test
  void refusesWeightsOfAnotherShape() throws IOException {
    Path saved = folder.resolve("saved");
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1)) {
      policy.save(saved);
    }
    Path config = saved.resolve("config.json");
    String changed =
        Files.readString(config).replace("\"intermediate_size\": 64", "\"intermediate_size\": 80");
    Files.writeString(config, changed);
    UserError error = assertThrows(UserError.class, () -> DecoderPolicy.load(saved));
    assertTrue(error.what().contains("[64, 32]"), error.getMessage());
    assertTrue(error.what().contains("[80, 32]"), error.getMessage());
  }
}
