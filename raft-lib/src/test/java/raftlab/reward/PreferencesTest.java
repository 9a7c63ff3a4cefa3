package raftlab.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.SamplingSettings;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.data.PreferencePair;

class PreferencesTest {

  private static ScoredGroup group(String id, double... rewards) {
    List<Scored> samples = new ArrayList<>();
    for (double reward : rewards) {
      samples.add(
          new Scored(
              Completion.imported(samples.size(), "reply " + samples.size()),
              Double.isNaN(reward) ? Reward.skipped("no value") : Reward.of(reward, "by hand")));
    }
    return new ScoredGroup(new Prompt(id, "say", Map.of()), samples);
  }

  private static List<PreferencePair> of(List<ScoredGroup> groups) {
    return Preferences.of(new ScoredSet("s", "p", "r", SamplingSettings.of(2, 8, 1), groups), 42);
  }

  @Test
  void theBetterOneIsChosenByTheLawOfBradleyAndTerry() {
    double lead = Math.log(3);
    List<PreferencePair> pairs =
        of(IntStream.range(0, 20_000).mapToObj(i -> group("p" + i, lead, 0)).toList());
    double share =
        pairs.stream().filter(each -> each.chosen().equals("reply 0")).count()
            / (double) pairs.size();
    // Expected e^d / (e^d + 1) = 3/4; four standard errors over 20,000 draws are 0.0123.
    assertEquals(0.75, share, 0.0123);
  }

  @Test
  void pairsNeighboursAndLeavesOutTheSkipped() {
    List<PreferencePair> pairs = of(List.of(group("p", 100, Double.NaN, -100, 5)));
    assertEquals(1, pairs.size());
    assertEquals("reply 0", pairs.get(0).chosen());
    assertEquals("reply 2", pairs.get(0).rejected());
  }

  @Test
  void aSingleReplyMakesNoPair() {
    assertTrue(of(List.of(group("p", 1))).isEmpty());
  }
}
