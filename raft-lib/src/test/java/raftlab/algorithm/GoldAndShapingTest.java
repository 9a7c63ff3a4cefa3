package raftlab.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.RunContext;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.UserError;
import raftlab.reward.KlShaped;
import raftlab.reward.TaskReward;
import raftlab.run.RunDirectory;
import raftlab.select.SelectionSettings;

/** The KL-shaped reward and the gold reward in whole runs. */
class GoldAndShapingTest {

  private static final RewardFunction SHORT =
      RewardFunction.named(
          "short", (prompt, completion) -> Reward.of(-completion.text().length(), "length"));

  @TempDir Path folder;

  private static RaftSettings settings(double beta) {
    return AlgorithmRuns.settings(
        SelectionSettings.bestOfK().withDiscards(false, false, false),
        Objective.fineTuning().withKlBeta(beta),
        2,
        4);
  }

  private ScoredSet rewards(int round) {
    RunDirectory run = RunDirectory.open(folder.resolve("r"));
    return run.rewards(round, run.rollouts(round, () -> null), () -> null);
  }

  @Test
  void shapedRewardsAreTheTasksLessBetaTimesTheKlOfTheSequence() {
    double beta = 0.5;
    AlgorithmRuns.start(folder, settings(beta), AlgorithmRuns.LETTERS).run(RunContext.quiet());
    boolean moved = false;
    for (ScoredGroup group : rewards(2).groups()) {
      for (Scored each : group.samples()) {
        Map<String, Double> parts = each.reward().parts();
        double task = AlgorithmRuns.LETTERS.score(group.prompt(), each.completion()).value();
        assertEquals(task, parts.get(TaskReward.PART));
        assertEquals(task - beta * parts.get(KlShaped.PART), each.value(), 1e-12);
        moved |= Math.abs(parts.get(KlShaped.PART)) > 1e-3;
      }
    }
    assertTrue(moved, "the second round's policy is no longer the start");
  }

  @Test
  void theStartHasNoKlToItself() {
    AlgorithmRuns.start(folder, settings(0.5), AlgorithmRuns.LETTERS).run(RunContext.quiet());
    for (ScoredGroup group : rewards(1).groups()) {
      for (Scored each : group.samples()) {
        assertEquals(0.0, each.reward().parts().get(KlShaped.PART));
      }
    }
  }

  @Test
  void withoutBetaTheRewardHasNoParts() {
    AlgorithmRuns.start(folder, settings(0), AlgorithmRuns.LETTERS).run(RunContext.quiet());
    assertTrue(
        rewards(2).groups().stream()
            .flatMap(group -> group.samples().stream())
            .allMatch(each -> each.reward().parts().isEmpty()));
  }

  @Test
  void aNegativeBetaIsRefused() {
    assertThrows(UserError.class, () -> Objective.fineTuning().withKlBeta(-0.1));
  }

  @Test
  void goldJudgesTheHeldOutSamplesAndChangesNoWeights() {
    RunResult judged =
        AlgorithmRuns.start(folder, settings(0), AlgorithmRuns.LETTERS)
            .judgedBy(SHORT)
            .run(RunContext.quiet());
    Map<String, Double> start = judged.curve().get(0);
    Map<String, Double> last = judged.curve().get(2);
    assertEquals(0.0, start.get("eval/gap"));
    assertEquals(0.0, start.get("eval/gold_drop"));
    double gap =
        (last.get("eval/proxy") - start.get("eval/proxy")) / start.get("eval/proxy_std")
            - (last.get("eval/gold") - start.get("eval/gold")) / start.get("eval/gold_std");
    assertEquals(gap, last.get("eval/gap"), 1e-12);
    String weights = AlgorithmRuns.hash(folder, 2);
    Path other = folder.resolve("other");
    AlgorithmRuns.start(other, settings(0), AlgorithmRuns.LETTERS).run(RunContext.quiet());
    assertEquals(AlgorithmRuns.hash(other, 2), weights);
    assertFalse(
        RunDirectory.readRecord(
                RunDirectory.open(other.resolve("r")).iteration(2).resolve("metrics.json"),
                Map.class)
            .containsKey("eval/gold"));
  }

  @Test
  void stopsWhenTheProxyRunsAheadOfGold() {
    RaftSettings settings = settings(0).withRules(new RunRules("gap>-100", 0));
    RunResult result =
        AlgorithmRuns.start(folder, settings, AlgorithmRuns.LETTERS)
            .judgedBy(SHORT)
            .run(RunContext.quiet());
    assertEquals(1, result.iterations());
  }

  @Test
  void theDiagnosisSuspectsHackingWithItsEvidence() {
    List<Map<String, Double>> curve =
        List.of(judged(0, 0), judged(1, 0.8), judged(2, 0.5), judged(3, 0.2));
    String said = Diagnosis.of(curve);
    assertTrue(
        said.startsWith("Reward hacking suspected: after round 1 gold fell from 0.800"), said);
    assertTrue(said.contains("to 0.200 while the reward rose by 2.000"), said);
    assertNotEquals(said, Diagnosis.of(curve.subList(0, 2)));
  }

  private static Map<String, Double> judged(double proxy, double gold) {
    return Map.of(
        "eval/proxy",
        proxy,
        "eval/gold",
        gold,
        "eval/gold/low",
        gold - 0.1,
        "eval/gold/high",
        gold + 0.1,
        "entropy_estimate",
        1.0,
        "length/mean",
        10.0);
  }
}
