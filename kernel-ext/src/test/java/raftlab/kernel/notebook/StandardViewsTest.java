package raftlab.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
import raftlab.report.ResultTables;

class StandardViewsTest {

  private static Report report(Object value) {
    return StandardViews.create().of(value).report(value);
  }

  private static ScoredSet scored(double... rewards) {
    List<Scored> samples = new ArrayList<>();
    for (double reward : rewards) {
      Completion completion = Completion.imported(samples.size(), "c");
      samples.add(new Scored(completion, Reward.of(reward, "why")));
    }
    ScoredGroup group = new ScoredGroup(new Prompt("p", "?", Map.of()), samples);
    return new ScoredSet("s", "m", "exact", SamplingSettings.of(2, 8, 1), List.of(group));
  }

  @Test
  void countsEachOfAFewRewards() {
    assertEquals(
        List.of(
            List.of("0.0", "3", " 75.0 % " + "#".repeat(30)),
            List.of("1.0", "1", " 25.0 % " + "#".repeat(10))),
        report(scored(0, 1, 0, 0)).rows());
  }

  @Test
  void putsManyRewardsIntoTenBins() {
    double[] rewards = new double[101];
    for (int i = 0; i < rewards.length; i++) {
      rewards[i] = i;
    }
    List<List<String>> rows = report(scored(rewards)).rows();
    assertEquals(10, rows.size());
    assertEquals(List.of("90.0", "11"), rows.get(9).subList(0, 2));
  }

  @Test
  void tellsWhyCompletionsWereSkipped() {
    assertEquals(
        List.of(
            "1 of 1 groups have one and the same reward.", "1 skipped: the reward is not a number"),
        report(scored(1, Double.NaN)).remarks());
  }

  @Test
  void saysThatNothingWasKept() {
    Funnel funnel = new Funnel(List.of(new Funnel.Stage("generated", 2, 0)));
    assertEquals(
        List.of("There is nothing to train on."),
        report(new Selection("k", "threshold", List.of(), funnel)).remarks());
  }

  @Test
  void showsTheFirstPromptsAndCountsTheRest() {
    List<Prompt> prompts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      prompts.add(new Prompt("p" + i, "?", Map.of()));
    }
    Report report = report(new PromptSet("d", "hand", "ab", prompts));
    assertEquals(3, report.rows().size());
    assertEquals(
        List.of("2 of 5 rows are not shown.", "SHA-256 of the rows: ab"), report.remarks());
  }

  @Test
  void rendersATablesawTableInEveryForm() {
    Object table = ResultTables.of(scored(0, 1));
    MimeBundle bundle = StandardViews.create().bundle(table);
    assertTrue(bundle.text().startsWith("s: 2 rows\nid  sample"), bundle::text);
    assertTrue(bundle.forms().get(MimeBundle.HTML).startsWith("<table>"), bundle.forms()::toString);
    assertEquals(2, report(table).rows().size());
    assertEquals(
        Map.of(
            "id",
            "p",
            "sample",
            "1",
            "prompt",
            "?",
            "completion",
            "c",
            "gold",
            "",
            "parsed",
            "",
            "reward",
            "1",
            "reason",
            "why"),
        ((List<?>) StandardViews.create().of(table).json(table)).get(1));
  }
}
