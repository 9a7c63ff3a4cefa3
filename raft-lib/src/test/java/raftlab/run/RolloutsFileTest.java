package raftlab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Prompt;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.SamplingSettings;
import raftlab.core.TokenTrace;
import raftlab.core.UserError;

class RolloutsFileTest {

  @TempDir Path folder;

  private static RolloutSet set() {
    TokenTrace trace = TokenTrace.of(new int[] {5, 1}, new float[] {-0.1f, -1.0e-7f});
    Rollout rollout =
        new Rollout(
            new Prompt("p1", "2+2=", Map.of("answer", "4", "level", "1")),
            List.of(
                new Completion(0, " \\boxed{4}\u2028", trace, FinishReason.END),
                new Completion(1, " 5", TokenTrace.NONE, FinishReason.LENGTH),
                Completion.imported(2, "4", Map.of("grade", "true", "score", "1.5"))));
    return new RolloutSet("r", "policy", SamplingSettings.of(3, 8, 7), List.of(rollout));
  }

  @Test
  void comesBackBitForBitWithTokensAndColumns() {
    Path file = folder.resolve("rollouts.jsonl");
    RolloutsFile.write(file, set());
    assertEquals(set(), RolloutsFile.read(file));
  }

  @Test
  void leavesOutTheColumnsOfSampledCompletions() throws IOException {
    Path file = folder.resolve("rollouts.jsonl");
    RolloutsFile.write(file, set());
    String line = Files.readAllLines(file).get(1);
    assertEquals(2, line.split("\"columns\"", -1).length - 1, "of the prompt and the imported one");
  }

  @Test
  void knowsItsOwnFilesByTheirFirstLine() throws IOException {
    Path own = folder.resolve("own.jsonl");
    RolloutsFile.write(own, set());
    assertTrue(RolloutsFile.matches(own));
    assertFalse(RolloutsFile.matches(Files.writeString(folder.resolve("other.jsonl"), "{}\n")));
    assertFalse(RolloutsFile.matches(folder.resolve("none.jsonl")));
  }

  @Test
  void namesTheBrokenLine() throws IOException {
    Path file = folder.resolve("rollouts.jsonl");
    RolloutsFile.write(file, set());
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 20));
    String message = assertThrows(UserError.class, () -> RolloutsFile.read(file)).getMessage();
    assertTrue(message.startsWith("line 2 of " + file + " is broken"), message);
  }
}
