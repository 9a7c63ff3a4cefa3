package raftlab.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
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

class IterationMetricsTest {

  @Test
  void aRoundInWhichNothingIsRightIsAllWrong() {
    Map<String, Double> found = metrics(group(0, 0), group(0, 0));
    assertEquals(1.0, found.get("group/frac_all_wrong"));
    assertEquals(0.0, found.get("group/frac_all_correct"));
  }

  @Test
  void groupsAreCountedByTheirOutcome() {
    Map<String, Double> found = metrics(group(1, 1), group(0, 1), group(0, 0), group(0, 0));
    assertEquals(0.5, found.get("group/frac_all_wrong"));
    assertEquals(0.25, found.get("group/frac_all_correct"));
  }

  @Test
  void lostPointsAreWrongToo() {
    Map<String, Double> found = metrics(group(-1, -1), group(1, 1));
    assertEquals(0.5, found.get("group/frac_all_wrong"));
    assertEquals(0.5, found.get("group/frac_all_correct"));
  }

  private static Map<String, Double> metrics(ScoredGroup... groups) {
    return new IterationMetrics()
        .scored(
            new ScoredSet("set", "policy", "reward", SamplingSettings.of(2, 8, 1), List.of(groups)))
        .values();
  }

  private static ScoredGroup group(double... rewards) {
    Prompt prompt = new Prompt("p", "1 + 1 =", Map.of("answer", "2"));
    List<Scored> samples =
        DoubleStream.of(rewards)
            .mapToObj(
                value ->
                    new Scored(
                        new Completion(0, "2", TokenTrace.NONE, FinishReason.END),
                        Reward.of(value, "because")))
            .toList();
    return new ScoredGroup(prompt, samples);
  }
}
