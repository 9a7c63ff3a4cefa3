package raftlab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Ballot NONE = new Ballot(List.of(), List.of());

  @Test
  void givesWilsonsIntervalForOneSampleEach() {
    Tally tally = new Tally();
    for (int i = 0; i < 500; i++) {
      tally.add(1, i % 5 == 0 ? 1 : 0, NONE);
    }
    assertEquals(Wilson.of(100, 500), tally.passAt1());
    assertEquals(Map.of(), tally.passAtK());
  }

  @Test
  void givesTheBootstrapOverProblemsForSeveral() {
    Tally tally = new Tally();
    double[] shares = new double[30];
    for (int i = 0; i < 30; i++) {
      int correct = i % 5;
      Ballot ballot =
          new Ballot(
              List.of(0, correct > 1 ? 0 : 1, correct > 2 ? 0 : 1, correct > 3 ? 0 : 1),
              List.of(correct > 0, false));
      tally.add(4, correct, ballot);
      shares[i] = correct / 4.0;
    }
    assertEquals(Bootstrap.of(shares, 4), tally.passAt1());
    assertEquals(List.of(2, 4), List.copyOf(tally.passAtK().keySet()));
    assertEquals(0.8, tally.passAtK().get(4).value(), 1e-12);
  }

  @Test
  void votesAsTheMajorityEstimatorDoes() {
    Ballot ballot = new Ballot(List.of(0, 1, 1, 2, -1), List.of(true, false, false));
    Tally tally = new Tally();
    tally.add(5, 1, ballot);
    tally.add(5, 1, new Ballot(List.of(2, -1, 2, 1, 0), List.of(false, true, false)));
    for (int k : List.of(2, 4, 5)) {
      assertEquals(MajorityAtK.of(ballot, k, 0), tally.majAtK().get(k).value(), 1e-12);
    }
  }

  @Test
  void leavesOutAKThatSomeProblemHasTooFewSamplesFor() {
    Tally tally = new Tally();
    tally.add(4, 1, new Ballot(List.of(0, 1, 1, 1), List.of(true, false)));
    tally.add(2, 1, new Ballot(List.of(0, 1), List.of(true, false)));
    assertEquals(List.of(2), List.copyOf(tally.passAtK().keySet()));
    assertEquals(2, tally.fewestSamples());
    assertEquals(4, tally.mostSamples());
  }

  @Test
  void agreesWithTheBootstrapWhereThereAreTooManyProblemsToResample() {
    Tally many = new Tally();
    Tally few = new Tally();
    for (int i = 0; i < 2 * ShareSum.RESAMPLED; i++) {
      Ballot ballot = new Ballot(List.of(0, i % 3 == 0 ? 0 : 1), List.of(true, false));
      many.add(2, i % 3 == 0 ? 2 : 1, ballot);
      if (i < ShareSum.RESAMPLED) {
        few.add(2, i % 3 == 0 ? 2 : 1, ballot);
      }
    }
    assertEquals("normal over problems", many.passAt1().method());
    double wide = few.passAt1().high() - few.passAt1().low();
    double narrow = many.passAt1().high() - many.passAt1().low();
    assertEquals(Math.sqrt(2), wide / narrow, 0.05);
    assertEquals(2 / 3.0, many.passAt1().value(), 1e-4);
  }

  @Test
  void keepsWilsonsIntervalForManySingleSamples() {
    Tally tally = new Tally();
    for (int i = 0; i < 3 * ShareSum.RESAMPLED; i++) {
      tally.add(1, i % 2, NONE);
    }
    assertEquals(Wilson.of(3 * ShareSum.RESAMPLED / 2, 3 * ShareSum.RESAMPLED), tally.passAt1());
    assertTrue(tally.passAt1().hasInterval());
  }
}
