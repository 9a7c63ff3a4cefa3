package raftlab.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.ScoredSet;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.reward.CheckedAnswer.Outcome;

class RewardTest {

  private static final Prompt PROMPT = new Prompt("p", "6 x 7?", Map.of("answer", "42"));
  private static final AnswerCheck UNDECIDED =
      (response, gold) -> new CheckedAnswer(Outcome.UNKNOWN, "", "budget spent");

  private static Completion says(String text) {
    return Completion.imported(0, text);
  }

  private static RewardFunction fails() {
    return (prompt, completion) -> {
      throw new IllegalStateException("broken");
    };
  }

  @Test
  void readsTheLastBalancedBox() {
    assertEquals(
        "\\frac{1}{2}", BoxedText.last("\\boxed{1} \\boxed{\\frac{1}{2}} .").orElseThrow());
    assertEquals("3", BoxedText.last("\\boxed{3} then \\boxed{4").orElseThrow());
    assertTrue(BoxedText.last("no box }").isEmpty());
  }

  @Test
  void exactAnswerGivesTheValuesOfItsRange() {
    VerifierReward pm1 =
        new VerifierReward(
            new ExactAnswer(), RewardRange.PLUS_MINUS_ONE, OnUnknown.ZERO, Prompt.ANSWER);
    assertEquals(1, pm1.score(PROMPT, says("so \\boxed{42}")).value());
    assertEquals(-1, pm1.score(PROMPT, says("so \\boxed{41}")).value());
    assertEquals(0, VerifierReward.of(new ExactAnswer()).score(PROMPT, says("42")).value());
  }

  @Test
  void unknownIsZeroAndMarkedOrSkipped() {
    Reward zero = VerifierReward.of(UNDECIDED).score(PROMPT, says("?"));
    assertEquals(0, zero.value());
    assertTrue(zero.unknown());
    VerifierReward skipping =
        new VerifierReward(UNDECIDED, RewardRange.ZERO_ONE, OnUnknown.SKIP, Prompt.ANSWER);
    assertTrue(skipping.score(PROMPT, says("?")).skipped());
  }

  @Test
  void overlongPenaltyFollowsEquation13() {
    OverlongPenalty penalty = new OverlongPenalty(10, 4);
    double[] values =
        IntStream.of(6, 7, 8, 10, 11)
            .mapToDouble(n -> penalty.score(PROMPT, says("x".repeat(n))).value())
            .toArray();
    assertEquals(
        List.of(0.0, -0.25, -0.5, -1.0, -1.0),
        IntStream.range(0, 5).mapToObj(i -> values[i]).toList());
  }

  @Test
  void backtrackingPatternIsCutOffAndSkipped() {
    Reward reward = RegexReward.of("(a|aa)+\\1c").score(PROMPT, says("a".repeat(60) + "b"));
    assertTrue(reward.skipped());
    assertThrows(UserError.class, () -> RegexReward.of("(a"));
  }

  @Test
  void readabilityPunishesStutterAndRepetition() {
    ReadabilityReward reward = new ReadabilityReward();
    assertEquals(1, reward.score(PROMPT, says("Nothing is odd in this short line.")).value());
    assertEquals(0, reward.score(PROMPT, says("########")).value());
    assertEquals(0.25, reward.score(PROMPT, says("a a a a a a")).value(), 1e-12);
  }

  @Test
  void sumAndKlRecordTheirPartsAndKeepTheRawTaskReward() {
    WeightedSum sum =
        new WeightedSum(
            List.of(
                new WeightedSum.Term("exact", 1, VerifierReward.of(new ExactAnswer())),
                new WeightedSum.Term("format", 0.5, new FormatReward())));
    Reward shaped =
        new KlShaped(sum, 0.1, (prompt, completion) -> 3).score(PROMPT, says("\\boxed{42}"));
    assertEquals(1.2, shaped.value(), 1e-12);
    assertEquals(1, TaskReward.of(shaped));
    assertEquals(Map.of("task", 1.0, "exact", 1.0, "format", 1.0, "kl", 3.0), shaped.parts());
  }

  @Test
  void errorPolicyDecidesWhatAFailureIs() {
    assertTrue(new GuardedReward(fails(), OnError.SKIP).score(PROMPT, says("")).skipped());
    assertTrue(new GuardedReward(fails(), OnError.ZERO).score(PROMPT, says("")).unknown());
    GuardedReward fatal = new GuardedReward(fails(), OnError.FAIL);
    UserError error = assertThrows(UserError.class, () -> fatal.score(PROMPT, says("")));
    assertTrue(error.getMessage().contains("broken"), error.getMessage());
  }

  @Test
  void scorerKeepsOrderAndSkipsWhatFails() {
    List<Completion> completions =
        IntStream.range(0, 1200).mapToObj(i -> Completion.imported(i, "c" + i)).toList();
    RewardFunction byIndex =
        (prompt, completion) -> {
          if (completion.sampleIndex() == 7) {
            throw new IllegalStateException("seven");
          }
          return Reward.of(completion.sampleIndex(), "index");
        };
    RolloutSet rollouts =
        new RolloutSet(
            "r", "m", SamplingSettings.of(1200, 8, 1), List.of(new Rollout(PROMPT, completions)));
    ScoredSet scored = Scorer.score(rollouts, byIndex, RunContext.quiet());
    assertEquals(1, scored.skippedCount());
    assertEquals(1199, scored.groups().get(0).samples().get(1199).value());
    assertTrue(scored.groups().get(0).samples().get(7).reward().reason().contains("seven"));
    RunContext stopping = new RunContext(() -> true, event -> {});
    assertThrows(Stopped.class, () -> Scorer.score(rollouts, byIndex, stopping));
  }
}
