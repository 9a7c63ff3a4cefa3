package raftlab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import raftlab.core.Seeds;

class IntervalsTest {

  @Test
  void matchesThePublishedWilsonInterval() {
    Estimate estimate = Wilson.of(9, 30);
    assertEquals(0.3, estimate.value());
    assertEquals(0.167, estimate.low(), 5e-4);
    assertEquals(0.479, estimate.high(), 5e-4);
  }

  @Test
  void keepsWilsonInsideZeroAndOne() {
    assertEquals(0, Wilson.of(0, 5).low());
    assertEquals(1, Wilson.of(5, 5).high());
    assertTrue(Wilson.of(0, 5).high() > 0.3);
  }

  @Test
  void bootstrapAgreesWithTheNormalIntervalOnManyProblems() {
    double[] values = new double[400];
    Arrays.setAll(values, i -> Seeds.uniform(3, i));
    Estimate estimate = Bootstrap.of(values, 8);
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 400;
    double half = 1.96 * Math.sqrt(variance / 400);
    assertEquals(mean, estimate.value(), 1e-12);
    assertEquals(mean - half, estimate.low(), half * 0.06);
    assertEquals(mean + half, estimate.high(), half * 0.06);
    assertEquals(estimate, Bootstrap.of(values, 8));
  }

  @Test
  void bootstrapCoversTheTruthAboutNineteenTimesInTwenty() {
    int covered = 0;
    int runs = 200;
    for (int run = 0; run < runs; run++) {
      long seed = Seeds.derive(11, run);
      double[] values = new double[60];
      Arrays.setAll(values, i -> Seeds.uniform(seed, i));
      Estimate estimate = Bootstrap.of(values, 4);
      covered += estimate.low() <= 0.5 && 0.5 <= estimate.high() ? 1 : 0;
    }
    assertTrue(covered >= 0.90 * runs && covered < runs, "covered " + covered + " of " + runs);
  }

  @Test
  void hasNoIntervalForASingleProblem() {
    Estimate estimate = Bootstrap.of(new double[] {0.25}, 4);
    assertFalse(estimate.hasInterval());
    assertEquals("0.250 (1 problems x 4)", estimate.toString());
  }

  @Test
  void usesWilsonForOneSampleAndTheBootstrapForSeveral() {
    assertEquals("wilson", ShareEstimate.of(new double[] {1, 0, 1}, 1).method());
    assertTrue(ShareEstimate.of(new double[] {1, 0.5, 0}, 2).method().startsWith("bootstrap"));
  }

  @Test
  void aSingleProblemHasTheWideIntervalOfOneObservation() {
    Estimate estimate = ShareEstimate.of(new double[] {0.5}, 8);
    // p = 1/2, n = 1, z^2 = 3.841: 1/2 -+ sqrt(1/4 + z^2/4) z / (1 + z^2)
    assertEquals(0.0547, estimate.low(), 5e-4);
    assertEquals(0.9453, estimate.high(), 5e-4);
    assertEquals(8, estimate.samples());
  }

  @Test
  void doesNotClaimCertaintyWhereEveryProblemIsSolved() {
    Estimate estimate = ShareEstimate.of(new double[] {1, 1, 1}, 8);
    assertEquals(1, estimate.value());
    assertTrue(estimate.low() < 0.5);
    assertEquals(8, estimate.samples());
  }

  @Test
  void signTestIsTheExactBinomialTail() {
    assertEquals(1, SignTest.of(0, 0));
    assertEquals(1, SignTest.of(3, 3), 1e-12);
    assertEquals(1, SignTest.of(2, 1), 1e-12);
    assertEquals(1, SignTest.of(1, 2), 1e-12);
    assertEquals(2 * (1 + 10) / 1024.0, SignTest.of(9, 1), 1e-12);
    assertEquals(SignTest.of(1, 9), SignTest.of(9, 1), 1e-12);
  }
}
