package raftlab.report.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Funnel;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.SamplingSettings;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selected;
import raftlab.core.Selection;
import raftlab.core.TokenTrace;

class TrlRowsTest {

  private static final String CHAT =
      "<|im_start|>system\nBe short.<|im_end|>\n<|im_start|>user\n2+2?<|im_end|>\n<|im_start|>assistant\n";

  private static Prompt prompt(String id, String text) {
    return new Prompt(id, text, Map.of("problem", "2+2?", "answer", "4"));
  }

  private static Completion completion(int index, String text, FinishReason finish) {
    return new Completion(index, text, TokenTrace.NONE, finish);
  }

  private static ScoredGroup group(Prompt prompt, double... rewards) {
    List<Scored> samples = new ArrayList<>();
    for (int i = 0; i < rewards.length; i++) {
      samples.add(
          new Scored(completion(i, " t" + i, FinishReason.END), Reward.of(rewards[i], "said")));
    }
    return new ScoredGroup(prompt, samples);
  }

  private static ScoredSet scored(ScoredGroup... groups) {
    return new ScoredSet("s", "p", "r", SamplingSettings.of(2, 8, 1), List.of(groups));
  }

  private static Selection kept(Prompt prompt) {
    return new Selection(
        "s",
        "best",
        List.of(new Selected(prompt, completion(0, " 4", FinishReason.END), 1)),
        new Funnel(List.of()));
  }

  @Test
  void standardRowsHaveThePromptAsThePolicyReadIt() {
    TrlRows rows = new TrlRows(TrlRows.Form.AUTO);
    assertEquals(
        "[{\"prompt\":\"Q: 2+2?\\nA:\",\"completion\":\" 4\"}]",
        rows.completions(kept(prompt("a", "Q: 2+2?\nA:"))).toString());
  }

  @Test
  void promptsInChatMlBecomeMessages() {
    assertEquals(
        "[{\"prompt\":[{\"role\":\"system\",\"content\":\"Be short.\"},{\"role\":\"user\","
            + "\"content\":\"2+2?\"}],\"completion\":[{\"role\":\"assistant\",\"content\":\"4\"}]}]",
        new TrlRows(TrlRows.Form.AUTO).completions(kept(prompt("a", CHAT))).toString());
    assertEquals(
        CHAT,
        new TrlRows(TrlRows.Form.STANDARD)
            .completions(kept(prompt("a", CHAT)))
            .get(0)
            .get("prompt")
            .getAsString());
  }

  @Test
  void conversationalRowsOfPlainPromptsAskTheProblem() {
    assertEquals(
        "[{\"role\":\"user\",\"content\":\"2+2?\"}]",
        new TrlRows(TrlRows.Form.CONVERSATIONAL)
            .completions(kept(prompt("a", "Q: 2+2?\nA:")))
            .get(0)
            .get("prompt")
            .toString());
  }

  @Test
  void pairsTheBestWithTheWorstAndLeavesEqualRewardsOut() {
    Prompt a = prompt("a", "qa");
    assertEquals(
        "[{\"prompt\":\"qa\",\"chosen\":\" t1\",\"rejected\":\" t2\"}]",
        new TrlRows(TrlRows.Form.AUTO)
            .preferences(scored(group(a, 0.5, 1, -1), group(prompt("b", "qb"), 1, 1)))
            .toString());
  }

  @Test
  void pairsTheWorstThatIsNamedFirstOnTheRightSide() {
    Prompt a = prompt("a", "qa");
    assertEquals(
        "[{\"prompt\":\"qa\",\"chosen\":\" t1\",\"rejected\":\" t0\"}]",
        new TrlRows(TrlRows.Form.AUTO).preferences(scored(group(a, 0, 1))).toString());
  }
}
