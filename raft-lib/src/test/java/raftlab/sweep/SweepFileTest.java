package raftlab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import raftlab.core.UserError;

class SweepFileTest {

  @Test
  void crossesMethodsAndGridForEachSeed() {
    SweepPlan plan =
        SweepFile.read(
            """
            budget: 1.5k
            seeds: [1, 2]
            algorithms: [raft++]
            presets: [grpo]
            settings: {k: 4}
            grid: {lr: [1e-4, 3e-4]}
            """,
            "f.yaml",
            "f");
    assertEquals(
        List.of("raft++-lr1e-4", "raft++-lr3e-4", "grpo-lr1e-4", "grpo-lr3e-4"), plan.labels());
    assertEquals(8, plan.runs().size());
    PlannedRun first = plan.runs().get(0);
    assertEquals("raftpp-lr1e-4-seed1", first.name());
    assertEquals(
        Map.of(
            "algorithm",
            "raft++",
            "lr",
            "1e-4",
            "k",
            "4",
            "budget",
            "1500",
            "iterations",
            "1000",
            "seed",
            "1"),
        first.settings());
    assertEquals("grpo", plan.runs().get(2).settings().get("preset"));
  }

  @Test
  void aLabelNamesACombinationAndIsNoSetting() {
    SweepPlan plan =
        SweepFile.read(
            """
            seeds: [3]
            runs:
              - {label: raft++ gently, algorithm: raft++, lr: 1e-5}
              - {algorithm: grpo}
            """,
            "f.yaml",
            "f");
    assertEquals(List.of("raft++ gently", "grpo"), plan.labels());
    assertEquals("raftpp_gently-seed3", plan.runs().get(0).name());
    assertEquals(
        Map.of("algorithm", "raft++", "lr", "1e-5", "seed", "3"), plan.runs().get(0).settings());
  }

  @Test
  void takesCombinationsOneByOne() {
    SweepPlan plan =
        SweepFile.read(
            """
            name: two
            runs:
              - {algorithm: raft, lr: 2e-4}
              - algorithm: dpo
                beta: 0.3
            """,
            "f.yaml",
            "f");
    assertEquals("two", plan.name());
    assertEquals(
        List.of("raft-lr2e-4-seed42", "dpo-beta0_3-seed42"),
        plan.runs().stream().map(PlannedRun::name).toList());
  }

  @Test
  void namesTheLineOfBrokenYaml() {
    UserError error =
        assertThrows(UserError.class, () -> SweepFile.read("seeds: [1\nk: 2\n", "f.yaml", "f"));
    assertTrue(error.getMessage().startsWith("f.yaml is not YAML"), error.getMessage());
    assertTrue(error.getMessage().contains("line 2"), error.getMessage());
  }

  @Test
  void theIntervalOverSeedsIsStudentsT() {
    SeedMean mean = SeedMean.of("raft", List.of(0.2, 0.3, 0.4));
    // s = 0.1, t(0.975, 2) = 4.302652729911275
    assertEquals(0.3, mean.mean(), 1e-12);
    assertEquals(0.3 - 4.302652729911275 * 0.1 / Math.sqrt(3), mean.low(), 1e-9);
    assertEquals(0.3 + 4.302652729911275 * 0.1 / Math.sqrt(3), mean.high(), 1e-9);
    assertTrue(Double.isNaN(SeedMean.of("raft", List.of(0.5)).low()));
  }
}
