package raftlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import raftlab.core.Completion;
import raftlab.core.Funnel;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.SamplingSettings;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;

class ResultTablesTest {

  private static final Prompt ONE =
      new Prompt("p1", "1+1?", Map.of("answer", "2", "level", "easy"));
  private static final Prompt TWO = new Prompt("p2", "2+2?", Map.of("answer", "4"));

  @Test
  void promptsHaveTheirColumnsByNameAndGapsWhereARowHasNone() {
    Grid grid = Grid.of(ResultTables.of(new PromptSet("d", "hand", "", List.of(ONE, TWO))));
    assertEquals(List.of("id", "prompt", "answer", "level"), grid.columns());
    assertEquals(
        List.of(List.of("p1", "1+1?", "2", "easy"), List.of("p2", "2+2?", "4", "")), grid.rows());
  }

  @Test
  void aSkippedRewardIsMissingAndItsReasonStays() {
    ScoredGroup group =
        new ScoredGroup(
            ONE,
            List.of(
                new Scored(Completion.imported(0, "two"), Reward.of(1, "equal", "2")),
                new Scored(Completion.imported(1, "?"), Reward.skipped("failed"))));
    Grid grid =
        Grid.of(
            ResultTables.of(
                new ScoredSet("s", "m", "exact", SamplingSettings.of(2, 8, 1), List.of(group))));
    assertEquals(
        List.of(
            List.of("p1", "0", "1+1?", "two", "2", "2", "1", "equal"),
            List.of("p1", "1", "1+1?", "?", "2", "", "", "failed")),
        grid.rows());
  }

  @Test
  void aSelectionIsItsFunnel() {
    Funnel funnel =
        new Funnel(List.of(new Funnel.Stage("generated", 0, 8), new Funnel.Stage("kept", 7, 1)));
    assertEquals(
        List.of(List.of("generated", "0", "8"), List.of("kept", "7", "1")),
        Grid.of(ResultTables.of(new Selection("k", "best-of-k", List.of(), funnel))).rows());
  }

  @Test
  void aRunWithoutEvaluationHasNoNumber() {
    Grid grid =
        Grid.of(
            ResultTables.ofRuns(
                List.of(
                    new RunRow("r1", "raft", "done", 5, 0.125, "2026-01-01"),
                    new RunRow("r2", "grpo", "stopped", 0, Double.NaN, "2026-01-02"))));
    assertEquals(
        List.of(
            List.of("r1", "raft", "done", "5", "12.5 %", "2026-01-01"),
            List.of("r2", "grpo", "stopped", "0", "", "2026-01-02")),
        grid.rows());
  }
}
