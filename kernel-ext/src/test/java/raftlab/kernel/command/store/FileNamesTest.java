package raftlab.kernel.command.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
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
import raftlab.core.Funnel;
import raftlab.core.Policy;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.SamplingSettings;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selected;
import raftlab.core.Selection;
import raftlab.core.TokenTrace;
import raftlab.core.UserError;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Kinds;

class FileNamesTest {

  private static final Prompt ONE = new Prompt("1", "1+1?", Map.of("answer", "2", "level", "é\n"));
  private static final Prompt TWO = new Prompt("2", "2+2?", Map.of("answer", "4"));
  private static final Completion SPOKEN =
      new Completion(
          1,
          "\\boxed{2}",
          TokenTrace.of(new int[] {5, 6}, new float[] {-0.1f, -1e-30f}),
          FinishReason.LENGTH);
  private static final Completion IMPORTED = Completion.imported(0, "4 \u2028");
  private static final SamplingSettings SETTINGS = SamplingSettings.of(2, 16, 7);

  @TempDir private Path folder;

  private FileNames open() {
    return new FileNames(folder, Codecs.standard());
  }

  private <T> T storedAndRead(Kind<T> kind, T value) {
    open().put(kind, "x", value);
    return open().find(kind, "x").orElseThrow();
  }

  private static PromptSet prompts(String name) {
    return new PromptSet(name, "by hand", "ab", List.of(ONE, TWO));
  }

  @Test
  void readsBackEqualRecordsOfEveryKind() {
    assertEquals(prompts("d"), storedAndRead(Kinds.PROMPTS, prompts("d")));
    RolloutSet rollouts =
        new RolloutSet(
            "r",
            "tiny@1",
            SETTINGS,
            List.of(
                new Rollout(ONE, List.of(IMPORTED, SPOKEN)), new Rollout(TWO, List.of(IMPORTED))));
    assertEquals(rollouts, storedAndRead(Kinds.ROLLOUTS, rollouts));
    ScoredSet scored =
        new ScoredSet(
            "s",
            "tiny@1",
            "exact",
            SETTINGS,
            List.of(
                new ScoredGroup(
                    ONE,
                    List.of(
                        new Scored(IMPORTED, Reward.skipped("no answer")),
                        new Scored(
                            SPOKEN, Reward.of(1, "right", "2").withParts(Map.of("a", 0.1))))),
                new ScoredGroup(TWO, List.of(new Scored(IMPORTED, Reward.unknown(0, "?", "4"))))));
    assertEquals(scored, storedAndRead(Kinds.SCORED, scored));
    Selection selection =
        new Selection(
            "k",
            "best-of-k",
            List.of(new Selected(TWO, IMPORTED, 1), new Selected(ONE, SPOKEN, 0.5)),
            new Funnel(
                List.of(new Funnel.Stage("generated", 0, 3), new Funnel.Stage("kept", 1, 2))));
    assertEquals(selection, storedAndRead(Kinds.SELECTION, selection));
  }

  @Test
  void theNameStoredLastIsAtTheEndAlsoInTheNextCall() {
    FileNames names = open();
    names.put(Kinds.PROMPTS, "a", prompts("a"));
    names.put(Kinds.PROMPTS, "b", prompts("b"));
    names.put(Kinds.PROMPTS, "a", prompts("again"));
    assertEquals(List.of("b", "a"), open().of(Kinds.PROMPTS));
    assertEquals("again", open().find(Kinds.PROMPTS, "a").orElseThrow().name());
  }

  @Test
  void aValueInMemoryIsNotReadAgain() {
    FileNames names = open();
    PromptSet value = prompts("a");
    names.put(Kinds.PROMPTS, "a", value);
    assertSame(value, names.find(Kinds.PROMPTS, "a").orElseThrow());
    assertTrue(open().held(Kinds.PROMPTS, "a").isEmpty());
  }

  @Test
  void removesTheFilesWithTheName() {
    open().put(Kinds.PROMPTS, "a", prompts("a"));
    assertTrue(open().remove(Kinds.PROMPTS, "a"));
    assertFalse(open().remove(Kinds.PROMPTS, "a"));
    assertFalse(Files.exists(folder.resolve("data/a")));
  }

  @Test
  void aNameWhoseFilesAreGoneIsNotListed() throws IOException {
    open().put(Kinds.PROMPTS, "a", prompts("a"));
    Folders.delete(folder.resolve("data/a"));
    assertEquals(List.of(), open().of(Kinds.PROMPTS));
  }

  @Test
  void refusesANameThatWouldLeaveItsFolder() {
    UserError e =
        assertThrows(UserError.class, () -> open().put(Kinds.PROMPTS, "../a", prompts("a")));
    assertEquals("\"../a\" is not a name for data.  Use letters, digits, _ and -.", e.getMessage());
  }

  @Test
  void aFailedWriteLeavesTheOldValueAndNoRest() throws IOException {
    FileNames names = open();
    Policy remote =
        new Policy() {
          @Override
          public String id() {
            return "server@1";
          }

          @Override
          public int contextLength() {
            return 8;
          }
        };
    assertThrows(UserError.class, () -> names.put(Kinds.POLICY, "m", remote));
    assertEquals(List.of(), names.of(Kinds.POLICY));
    try (var left = Files.list(folder.resolve("model"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void saysThatRewardsInJavaLiveInTheirNotebook() {
    Codecs codecs = Codecs.standard();
    codecs.register(Kinds.REWARD, () -> new RewardCodec(words -> null));
    RewardFunction lambda = (p, c) -> Reward.of(1, "always");
    UserError e =
        assertThrows(
            UserError.class, () -> new FileNames(folder, codecs).put(Kinds.REWARD, "f", lambda));
    assertTrue(e.getMessage().contains("Java code of a notebook"), e.getMessage());
  }
}
