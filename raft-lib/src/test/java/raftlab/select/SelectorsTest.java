package raftlab.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static raftlab.select.Scores.kept;
import static raftlab.select.Scores.row;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import raftlab.core.FinishReason;
import raftlab.core.Reward;
import raftlab.core.Scored;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.core.UserError;

class SelectorsTest {

  private static final SelectionSettings BEST = SelectionSettings.bestOfK();
  private static final SelectionSettings TOP = BEST.withRule("global-top").withPerPrompt(0);

  @Test
  void keepsFirstOfTiedCompletions() {
    assertEquals(List.of("p0/1", "p1/0"), kept(BEST, Scores.of(row(0, 1, 1), row(2, 2, 1))));
  }

  @Test
  void keepsSeveralPerPromptInSampleOrder() {
    assertEquals(List.of("p0/0", "p0/2"), kept(BEST.withPerPrompt(2), Scores.of(row(1, 0, 3, 1))));
  }

  @Test
  void keepsAShareOfEachGroupWithoutACap() {
    SelectionSettings half = BEST.withPerPrompt(0).withKeep(0.5);
    assertEquals(
        List.of("p0/2", "p0/3", "p1/1"), kept(half, Scores.of(row(0, 1, 2, 3), row(0, 1))));
    assertEquals(List.of("p0/1"), kept(half.withKeep(0.01), Scores.of(row(0, 1))));
  }

  @Test
  void keepsTheBestShareOverAllPrompts() {
    ScoredSet set = Scores.of(row(5, 1, 1, 1), row(4, 6, 0, 0));
    assertEquals(List.of("p0/0", "p1/1"), kept(TOP.withKeep(0.25), set));
    assertEquals(List.of("p0/0", "p1/0", "p1/1"), kept(TOP.withKeep(3 / 8.0), set));
    assertEquals(List.of("p0/0", "p1/1"), kept(TOP.withKeep(3 / 8.0).withPerPrompt(1), set));
  }

  @Test
  void keepsNothingIfTheShareHoldsNoWholeCompletion() {
    Selection selection = Selectors.of(TOP).select(Scores.of(row(1, 0)), 1);
    assertTrue(selection.isEmpty());
    assertEquals(0, selection.funnel().kept());
  }

  @Test
  void roundsSharesThatBinaryFractionsMiss() {
    assertEquals(29, Share.of(100, 0.29));
    assertEquals(3, Share.of(30, 0.1));
    assertEquals(1, Share.of(15, 1.0 / 8));
  }

  @Test
  void keepsEveryRightCompletionUpToTheCap() {
    ScoredSet set = Scores.of(row(1, 0, 1), row(0, 0, 0));
    SelectionSettings right = BEST.withRule("threshold");
    assertEquals(List.of("p0/0"), kept(right, set));
    assertEquals(List.of("p0/0", "p0/2"), kept(right.withPerPrompt(0), set));
  }

  @Test
  void prefersTheShortestOfTiedCompletions() {
    ScoredSet set =
        Scores.set(
            List.of(
                Scores.group(
                    0,
                    List.of(
                        Scores.sample(0, "a long one", FinishReason.END, 1),
                        Scores.sample(1, "short", FinishReason.END, 1),
                        Scores.sample(2, "s", FinishReason.END, 0)))));
    assertEquals(List.of("short"), kept(BEST.withTies(Ties.SHORTEST), set));
  }

  @Test
  void keepsAllTiedCompletions() {
    ScoredSet set = Scores.of(row(1, 0, 1), row(0, 0));
    assertEquals(List.of("p0/0", "p0/2", "p1/0", "p1/1"), kept(BEST.withTies(Ties.ALL), set));
  }

  @Test
  void drawsRandomTiesFromTheSeedAlone() {
    ScoredSet set = Scores.of(row(1, 1, 1, 1));
    var selector = Selectors.of(BEST.withTies(Ties.RANDOM));
    assertEquals(kept(selector.select(set, 7)), kept(selector.select(set, 7)));
    long chosen =
        LongStream.range(0, 50)
            .mapToObj(seed -> kept(selector.select(set, seed)))
            .distinct()
            .count();
    assertEquals(4, chosen);
  }

  @Test
  void accountsForEveryCompletion() {
    List<Scored> samples =
        List.of(
            Scores.sample(0, "cut", FinishReason.LENGTH, 1),
            Scores.sample(1, " \n", FinishReason.END, 1),
            Scores.sample(2, "good", FinishReason.END, 1),
            Scores.sample(3, "good", FinishReason.END, 1),
            Scores.sample(4, "failed", FinishReason.END, Double.NaN),
            Scores.sample(5, "bad", FinishReason.END, 0));
    Selection selection =
        Selectors.of(BEST).select(Scores.set(List.of(Scores.group(0, samples))), 1);
    assertEquals(
        "generated:6 not skipped:5 not truncated:4 not empty:3 not duplicate:2 best-of-k:1",
        Scores.stages(selection));
    assertEquals(List.of("good"), kept(selection));
    assertEquals(6, selection.funnel().generated());
  }

  @Test
  void keepsTheSameTextOfTwoPromptsWithTheSameText() {
    Scored same = Scores.sample(0, "42", FinishReason.END, 1);
    ScoredSet set =
        Scores.set(List.of(Scores.group(0, List.of(same)), Scores.group(1, List.of(same))));
    assertEquals(List.of("42", "42"), kept(BEST, set));
  }

  @Test
  void keepsMixedGroupsOnly() {
    ScoredSet set = Scores.of(row(1, 1), row(0, 0), row(0, 1), row(Double.NaN, 1));
    assertEquals(List.of("p1/0", "p2/1"), kept(BEST.withDropSolved(true), set));
    assertEquals(List.of("p0/0", "p2/1", "p3/1"), kept(BEST.withDropFailed(true), set));
    assertEquals(List.of("p2/1"), kept(BEST.withGroupFilters(true, true), set));
  }

  @Test
  void leavesOutPromptsWhoseRewardsAreEqual() {
    SelectionSettings mixed =
        BEST.withRule("all").withPerPrompt(0).withGroups(new GroupFilter(false, false, true, 0, 1));
    ScoredSet set = Scores.of(row(1, 1), row(0.5, 0.7), row(Double.NaN, 1), row(3), row(-0.0, 0.0));
    assertEquals(List.of("p1/0", "p1/1"), kept(mixed, set));
    assertEquals(
        "generated:9 not skipped:8 not truncated:8 not empty:8 not duplicate:8 not equal:2 all:2",
        Scores.stages(Selectors.of(mixed).select(set, 1)));
  }

  @Test
  void keepsPromptsInTheBandOfSolveRates() {
    SelectionSettings band = BEST.withGroups(new GroupFilter(false, false, false, 0.25, 0.5));
    ScoredSet set = Scores.of(row(1, 0, 0, 0), row(1, 1, 0, 0), row(1, 1, 1, 0), row(0, 0));
    assertEquals(List.of("p0/0", "p1/0"), kept(band, set));
    assertThrows(UserError.class, () -> new GroupFilter(false, false, false, 0.9, 0.1));
  }

  @Test
  void pairsTheFirstBestWithTheFirstWorst() {
    SelectionSettings pairs = BEST.withRule("best-and-worst");
    ScoredSet set = Scores.of(row(0, 1, 1, 0), row(1, 1), row(2), row(-1, Double.NaN, 3));
    assertEquals(List.of("p0/0", "p0/1", "p3/0", "p3/2"), kept(pairs, set));
  }

  @Test
  void ranksByRewardLessAPenaltyForLength() {
    ScoredSet set =
        Scores.set(
            List.of(
                Scores.group(
                    0,
                    List.of(
                        Scores.sample(0, "a very long answer", FinishReason.END, 1.1),
                        Scores.sample(1, "short", FinishReason.END, 1),
                        Scores.sample(2, "no", FinishReason.END, 0)))));
    assertEquals(List.of("a very long answer"), kept(BEST, set));
    assertEquals(List.of("short"), kept(BEST.withLengthPenalty(0.01), set));
    assertEquals(
        List.of("a very long answer"), kept(BEST.withLengthPenalty(0.01).withMinReward(1.05), set));
  }

  @Test
  void doesNotCallAGroupSolvedBecauseItsWrongCompletionsWereDiscarded() {
    List<Scored> samples =
        List.of(
            Scores.sample(0, "right", FinishReason.END, 1),
            Scores.sample(1, "cut", FinishReason.LENGTH, 0));
    ScoredSet set = Scores.set(List.of(Scores.group(0, samples)));
    assertEquals(List.of("right"), kept(BEST.withDropSolved(true), set));
  }

  @Test
  void ranksByTheShapedRewardAndFiltersByTheTaskReward() {
    ScoredSet plain = Scores.of(row(0, 0));
    List<Scored> shaped =
        List.of(
            shaped(plain.groups().get(0).samples().get(0), 0.2, 1),
            shaped(plain.groups().get(0).samples().get(1), 0.7, 1));
    ScoredSet set = Scores.set(List.of(Scores.group(0, shaped)));
    assertEquals(List.of("p0/1"), kept(BEST.withRule("threshold"), set));
    assertEquals(List.of("p0/1"), kept(BEST.withMinReward(1).withDropFailed(true), set));
    assertEquals(List.of(), kept(BEST.withDropSolved(true), set));
  }

  private static Scored shaped(Scored scored, double value, double task) {
    return new Scored(
        scored.completion(), Reward.of(value, "shaped").withParts(Map.of("task", task)));
  }

  @Test
  void saysWhichRuleAndFiltersWereUsed() {
    assertEquals(
        "best-of-k, 1 per prompt, ties first, not skipped, not truncated, not empty,"
            + " not duplicate, not failed (at 1.0), min-reward 0.5",
        Selectors.of(BEST.withDropFailed(true).withMinReward(0.5)).describe());
    assertNotEquals(Selectors.of(TOP).describe(), Selectors.of(BEST).describe());
  }

  @Test
  void refusesBadSettingsWithTheirValues() {
    assertEquals(
        "--keep 1.5 keeps more than there is.  Give a share such as 1/8, or 0 < keep <= 1.",
        assertThrows(UserError.class, () -> BEST.withKeep(1.5)).getMessage());
    assertTrue(
        assertThrows(UserError.class, () -> BEST.withRule("best-of-n"))
            .getMessage()
            .contains("Did you mean best-of-k?"));
    assertThrows(UserError.class, () -> BEST.withPerPrompt(-1));
    assertThrows(UserError.class, () -> BEST.withKeep(Double.NaN));
    assertThrows(UserError.class, () -> BEST.withMinReward(Double.NaN));
  }
}
