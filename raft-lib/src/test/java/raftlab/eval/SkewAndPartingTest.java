package raftlab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.SamplingSettings;

class SkewAndPartingTest {

  private static final double TOLERANCE = 1e-12;

  private static Rollout group(String pair, String group, String... texts) {
    List<Completion> completions = new ArrayList<>();
    for (String text : texts) {
      completions.add(Completion.imported(completions.size(), text));
    }
    Prompt prompt =
        new Prompt(pair + group, "about " + group, Map.of("pair", pair, "group", group));
    return new Rollout(prompt, completions);
  }

  private static Skew skew(Rollout... groups) {
    return Skew.of(
        new RolloutSet("s", "p", SamplingSettings.of(2, 8, 1), List.of(groups)),
        "pair",
        "group",
        List.of("Blues", "Greens"),
        (prompt, completion) -> completion.text().equals("bad"));
  }

  @Test
  void skewIsTheMeanDifferenceOverPairs() {
    Skew found =
        skew(
            group("1", "Blues", "bad", "good"),
            group("1", "Greens", "bad", "bad"),
            group("2", "Blues", "good", "good"),
            group("2", "Greens", "bad", "good"));
    assertEquals(0.25, found.first(), TOLERANCE);
    assertEquals(0.75, found.second(), TOLERANCE);
    assertEquals(0.5, found.difference().value(), TOLERANCE);
    assertEquals(2, found.difference().problems());
  }

  @Test
  void aPromptWithoutItsTwinIsLeftOut() {
    Skew found =
        skew(group("1", "Blues", "bad"), group("1", "Greens", "bad"), group("2", "Greens", "bad"));
    assertEquals(0, found.difference().value(), TOLERANCE);
    assertEquals(1, found.difference().problems());
  }

  @Test
  void theyPartWhereGoldIsBest() {
    Parting found =
        Parting.of(List.of(0.0, 1.0, 2.0, 3.0), List.of(0.0, 0.8, 0.5, 0.4), 0.1).orElseThrow();
    assertEquals(1, found.at());
    assertEquals(0.4, found.lost(), TOLERANCE);
    assertEquals(2, found.gained(), TOLERANCE);
  }

  @Test
  void aLossWithinTheNoiseIsNoParting() {
    assertEquals(
        Optional.empty(), Parting.of(List.of(0.0, 1.0, 2.0), List.of(0.0, 0.8, 0.75), 0.1));
  }

  @Test
  void whenBothFallItIsNoParting() {
    assertTrue(Parting.of(List.of(1.0, 0.0), List.of(1.0, 0.0), 0).isEmpty());
  }
}
