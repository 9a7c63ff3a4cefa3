package raftlab.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.SamplingSettings;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.TokenTrace;
import raftlab.loss.Advantage;
import raftlab.select.Selectors;

class LessonTest {

  private static final Algorithm GRPO = Algorithm.GRPO;

  @Test
  void weighsEachKeptCompletionByItsGroup() {
    ScoredSet set = set(false, new double[] {1, 0, 0, 0}, new double[] {1, 1});
    assertEquals("p0/0 0.750 p0/1 -0.250 p0/2 -0.250 p0/3 -0.250", lessons(Algorithm.DR_GRPO, set));
  }

  @Test
  void countsWrongCompletionsInTheDenominatorOnlyIfAsked() {
    ScoredSet set = set(false, new double[] {1, 0}, new double[] {0, 0});
    assertEquals("p0/0 1.000", lessons(Algorithm.RAFT_PLUS_PLUS, set));
    Objective all = Algorithm.RAFT_PLUS_PLUS.objective(8).withDenominator(Denominator.ALL);
    assertEquals(
        "p0/0 1.000 p0/1 0.000 p1/0 0.000 p1/1 0.000", lessons(Algorithm.RAFT_PLUS_PLUS, all, set));
  }

  @Test
  void leavesFailedRewardsOutOfTheGroup() {
    ScoredSet set = set(false, new double[] {1, Double.NaN, 0}, new double[] {1, Double.NaN});
    assertEquals("p0/0 0.500 p0/2 -0.500", lessons(Algorithm.DR_GRPO, set));
  }

  @Test
  void keepsTruncatedCompletionsInTheBaselineButNotInTheLoss() {
    ScoredSet set = set(true, new double[] {1, 0, 0, 0});
    assertEquals("p0/0 0.750 p0/1 -0.250 p0/2 -0.250", lessons(Algorithm.DR_GRPO, set));
  }

  @Test
  void pairsBestWithWorstAndNothingOnEqualRewards() {
    ScoredSet set =
        set(false, new double[] {0, 1, -1, -1}, new double[] {1, 1}, new double[] {0, 2});
    assertEquals("p0/1 0.000 p0/2 0.000 p2/1 0.000 p2/0 0.000", lessons(Algorithm.DPO, set));
  }

  @Test
  void keepsDuplicatesInPolicyGradients() {
    Completion twice = new Completion(1, "p0/0", TokenTrace.NONE, FinishReason.END);
    ScoredGroup group = set(false, new double[] {1, 0}).groups().get(0);
    List<Scored> samples =
        List.of(
            group.samples().get(0),
            new Scored(twice, Reward.of(1, "")),
            new Scored(
                new Completion(2, "wrong", TokenTrace.NONE, FinishReason.END), Reward.of(-1, "")));
    ScoredSet set = set(List.of(new ScoredGroup(group.prompt(), samples)));
    Objective reward = GRPO.objective(8).withAdvantage(Advantage.REWARD);
    assertEquals("p0/0 1.000 p0/1 1.000 p0/2 -1.000", lessons(GRPO, reward, set));
  }

  private static String lessons(Algorithm algorithm, ScoredSet set) {
    return lessons(algorithm, algorithm.objective(8), set);
  }

  private static String lessons(Algorithm algorithm, Objective objective, ScoredSet set) {
    Experience experience = new Experience(set, Selectors.of(algorithm.selection()).select(set, 1));
    List<String> all = new ArrayList<>();
    for (Lesson each : Lesson.of(experience, objective)) {
      all.add(
          String.format(
              java.util.Locale.ROOT,
              "%s/%d %.3f",
              each.prompt().id(),
              each.completion().sampleIndex(),
              each.advantage()));
    }
    return String.join(" ", all);
  }

  /** Groups of rewards, NaN for skipped; the last completion of each may be truncated. */
  private static ScoredSet set(boolean truncated, double[]... rewards) {
    List<ScoredGroup> groups = new ArrayList<>();
    for (int p = 0; p < rewards.length; p++) {
      List<Scored> samples = new ArrayList<>();
      for (int i = 0; i < rewards[p].length; i++) {
        boolean cut = truncated && i == rewards[p].length - 1;
        samples.add(
            new Scored(
                new Completion(
                    i,
                    "p" + p + "/" + i,
                    TokenTrace.NONE,
                    cut ? FinishReason.LENGTH : FinishReason.END),
                Reward.of(rewards[p][i], "")));
      }
      groups.add(new ScoredGroup(new Prompt("p" + p, "text", Map.of()), samples));
    }
    return set(groups);
  }

  private static ScoredSet set(List<ScoredGroup> groups) {
    return new ScoredSet("s", "policy", "test", SamplingSettings.of(4, 16, 1), groups);
  }
}
