package raftlab.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  private static final Map<String, Double> START = Map.of();

  private static String after(Map<String, Double> round) {
    return Diagnosis.of(List.of(START, round));
  }

  @Test
  void saysNothingOfARunWithoutARound() {
    assertEquals("No round was trained.", Diagnosis.of(List.of(START)));
  }

  @Test
  void namesTheShareOfWrongCompletionsThatAreLearntFrom() {
    String text = after(Map.of("reward/mean", 0.5, "selected/frac_lowest", 0.25));
    assertTrue(text.startsWith("After one round the mean reward of its samples is 0.500"), text);
    assertTrue(
        text.contains("25 % of what was kept last has the lowest reward: --drop-failed"), text);
    assertFalse(after(Map.of("reward/mean", 0.5)).contains("lowest"));
  }
}
