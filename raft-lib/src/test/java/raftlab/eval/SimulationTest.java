package raftlab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import raftlab.core.Seeds;
import raftlab.core.UserError;

/** The estimators against models whose truth is known. */
class SimulationTest {

  private static final double TOLERANCE = 1e-12;

  /** Over all outcomes of n draws, weighted by their chance, the mean is 1 - (1-p)^k exactly. */
  @ParameterizedTest
  @CsvSource({"8, 1, 0.3", "8, 4, 0.3", "8, 8, 0.3", "16, 8, 0.05", "5, 3, 0.9"})
  void passAtKIsUnbiased(int n, int k, double p) {
    double expected =
        IntStream.rangeClosed(0, n).mapToDouble(c -> chance(n, c, p) * PassAtK.of(n, c, k)).sum();
    assertEquals(1 - Math.pow(1 - p, k), expected, TOLERANCE);
  }

  /** The plug-in estimate is not: this is why the estimator counts subsets. */
  @Test
  void thePlugInEstimateOfPassAtKIsBiased() {
    double expected =
        IntStream.rangeClosed(0, 8)
            .mapToDouble(c -> chance(8, c, 0.3) * (1 - Math.pow(1 - c / 8.0, 4)))
            .sum();
    assertTrue(Math.abs(1 - Math.pow(0.7, 4) - expected) > 0.01, "bias of " + expected);
  }

  private static double chance(int n, int c, double p) {
    double ways = 1;
    for (int i = 1; i <= c; i++) {
      ways = ways * (n - c + i) / i;
    }
    return ways * Math.pow(p, c) * Math.pow(1 - p, n - c);
  }

  @ParameterizedTest
  @CsvSource({"30, 0.3", "30, 0.05", "500, 0.5", "40, 0.95"})
  void wilsonCoversAboutNineteenTimesInTwenty(int problems, double p) {
    double covered =
        IntStream.rangeClosed(0, problems)
            .filter(c -> covers(Wilson.of(c, problems), p))
            .mapToDouble(c -> chance(problems, c, p))
            .sum();
    assertTrue(covered > 0.92 && covered < 0.99, "covers " + covered);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 0.95})
  void theClusterBootstrapCoversAtItsConfidence(double level) {
    int runs = 300;
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      double[] shares = shares(run, 80, 8);
      Estimate estimate = Bootstrap.of(shares, 8, new Confidence(level));
      covered += covers(estimate, 0.5) ? 1 : 0;
    }
    double share = covered / (double) runs;
    double noise = 3.5 * Math.sqrt(level * (1 - level) / runs);
    assertTrue(Math.abs(share - level) < noise + 0.02, "covers " + share);
  }

  /** Samples of one problem go together: counting them as independent is sure of too much. */
  @Test
  void wilsonOverSamplesWouldCoverTooRarely() {
    int runs = 300;
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      double[] shares = shares(run, 80, 8);
      int right = (int) Math.round(Arrays.stream(shares).sum() * 8);
      covered += covers(Wilson.of(right, 640), 0.5) ? 1 : 0;
    }
    assertTrue(covered < 0.85 * runs, "covers " + covered + " of " + runs);
  }

  /** Problems differ in difficulty, uniform in [0, 1]; the mean over problems is 0.5. */
  private static double[] shares(int run, int problems, int samples) {
    long seed = Seeds.derive(23, run);
    double[] shares = new double[problems];
    for (int i = 0; i < problems; i++) {
      double p = Seeds.uniform(seed, i);
      for (int j = 0; j < samples; j++) {
        shares[i] += Seeds.uniform(Seeds.derive(seed, i, 1), j) < p ? 1.0 / samples : 0;
      }
    }
    return shares;
  }

  private static boolean covers(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high();
  }

  /** Two policies on the same problems: the paired interval is far narrower than two apart. */
  @Test
  void pairingTakesTheDifficultyOfTheProblemsOut() {
    double[] difference = new double[200];
    double[] alone = new double[200];
    for (int i = 0; i < 200; i++) {
      alone[i] = Seeds.uniform(5, i);
      difference[i] = 0.05 + 0.02 * (Seeds.uniform(6, i) - 0.5);
    }
    Estimate paired = Bootstrap.of(difference, 1);
    Estimate single = Bootstrap.of(alone, 1);
    assertTrue(paired.high() - paired.low() < 0.1 * (single.high() - single.low()));
    assertTrue(covers(paired, 0.05));
  }

  /** With two answers equally likely, the majority of any k is right half of the time. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 8})
  void majorityOfTwoEvenAnswersIsAHalf(int k) {
    List<Integer> votes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      votes.add(i % 2);
    }
    assertEquals(0.5, MajorityAtK.of(new Ballot(votes, List.of(true, false)), k, 1), TOLERANCE);
  }

  @Test
  void tiesOfTheMajorityAreSharedWhateverTheOrder() {
    List<Boolean> right = List.of(true, false, false);
    for (List<Integer> votes :
        List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 0, 2), List.of(2, 0, 1))) {
      assertEquals(1 / 3.0, MajorityAtK.of(new Ballot(votes, right), 3, 1), TOLERANCE);
    }
  }

  @Test
  void confidenceDecidesTheWidth() {
    assertEquals(1.96, Confidence.USUAL.z());
    assertEquals(1.6449, new Confidence(0.90).z(), 1e-4);
    assertEquals(2.5758, new Confidence(0.99).z(), 1e-4);
    assertEquals(Confidence.USUAL, Confidence.percent(95));
    assertEquals(Confidence.USUAL, Confidence.percent(0.95));
    Estimate narrow = Wilson.of(9, 30, new Confidence(0.8));
    assertTrue(narrow.low() > Wilson.of(9, 30).low() && narrow.high() < Wilson.of(9, 30).high());
    assertThrows(UserError.class, () -> Confidence.percent(100));
  }

  @Test
  void readsMetricsByName() {
    assertEquals(
        List.of(Metric.PASS_1, Metric.majority(8), Metric.best(4)),
        Metric.list("pass@1, maj@8,best@4"));
    for (String wrong : List.of("pass", "pass@0", "pass@", "pas@1", "pass@1.5", "")) {
      assertThrows(UserError.class, () -> Metric.list(wrong), wrong);
    }
  }
}
