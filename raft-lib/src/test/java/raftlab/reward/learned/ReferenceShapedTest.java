package raftlab.reward.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.UsageError;
import raftlab.generate.DecoderSampler;
import raftlab.model.DecoderPolicy;
import raftlab.model.TinyPolicy;
import raftlab.reward.KlShaped;
import raftlab.reward.TaskReward;

class ReferenceShapedTest {

  private static final double BETA = 0.5;
  private static final Prompt PROMPT = new Prompt("p", "one and", Map.of());
  private static final RewardFunction TASK =
      RewardFunction.named("task", (prompt, completion) -> Reward.of(2, "two"));

  @TempDir Path folder;

  private List<Completion> drawn() {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1)) {
      return new DecoderSampler(policy)
          .sample(
              new PromptSet("one", "by hand", "00", List.of(PROMPT)),
              SamplingSettings.of(6, 12, 9),
              RunContext.quiet())
          .rollouts()
          .get(0)
          .completions();
    }
  }

  private ReferenceShaped shaped(long seed) {
    return new ReferenceShaped(TASK, BETA, TinyPolicy.in(folder, seed));
  }

  @Test
  void aPolicyThatIsTheReferencePaysNothing() {
    try (ReferenceShaped reward = shaped(1)) {
      for (Completion each : drawn()) {
        assertEquals(2, reward.score(PROMPT, each).value(), 0.01);
      }
    }
  }

  @Test
  void anotherPolicyPaysForEachNat() {
    try (ReferenceShaped reward = shaped(2)) {
      for (Completion each : drawn()) {
        Reward said = reward.score(PROMPT, each);
        double kl = said.parts().get(KlShaped.PART);
        assertTrue(Math.abs(kl) > 1e-3, () -> "KL " + kl);
        assertEquals(2 - BETA * kl, said.value(), 1e-12);
        assertEquals(2, said.parts().get(TaskReward.PART));
      }
    }
  }

  @Test
  void scoresTogetherWhatItScoresAlone() {
    List<Completion> all = drawn();
    try (ReferenceShaped reward = shaped(2)) {
      List<Reward> together = reward.scoreAll(all.stream().map(each -> PROMPT).toList(), all);
      for (int i = 0; i < all.size(); i++) {
        assertEquals(
            reward.score(PROMPT, all.get(i)).value(), together.get(i).value(), 1e-4, "at " + i);
      }
    }
  }

  @Test
  void textWithoutTokensIsSkippedRatherThanFree() {
    try (ReferenceShaped reward = shaped(2)) {
      assertTrue(reward.score(PROMPT, Completion.imported(0, " two")).skipped());
    }
  }

  @Test
  void saysWhichReferenceItHas() {
    try (ReferenceShaped reward = shaped(2)) {
      assertTrue(reward.name().startsWith("task - 0.5 x KL (k1) to tiny@"), reward.name());
    }
  }

  @Test
  void aNegativeCoefficientIsRefused() {
    try (DecoderPolicy reference = TinyPolicy.in(folder, 1)) {
      assertThrows(UsageError.class, () -> new ReferenceShaped(TASK, -1, reference));
    }
  }
}
