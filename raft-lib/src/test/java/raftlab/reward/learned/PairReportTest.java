package raftlab.reward.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairReportTest {

  @Test
  void countsTiesAsHalfRight() {
    PairReport report =
        PairReport.of(
            new double[] {2, 1, 0, 3},
            new double[] {1, 1, 1, 0},
            new int[] {1, 2, 3, 4, 1, 2, 3, 4});
    assertEquals(2.5 / 4, report.accuracy());
    assertEquals(0.75, report.meanMargin());
    assertEquals(4, report.histogram().stream().mapToInt(PairReport.Bin::count).sum());
  }

  @Test
  void comparesConfidenceWithWhatWasRight() {
    double sure = Math.log(0.95 / 0.05);
    PairReport report =
        PairReport.of(
            new double[] {sure, sure, sure, sure},
            new double[] {0, 0, 0, 2 * sure},
            new int[] {1, 1, 1, 1, 1, 1, 1, 1});
    assertEquals(
        List.of("0.95 0.75 4"),
        report.calibration().stream()
            .map(
                each ->
                    String.format(
                        java.util.Locale.ROOT,
                        "%.2f %.2f %d",
                        each.confidence(),
                        each.accuracy(),
                        each.count()))
            .toList());
    assertEquals(0.20, report.calibrationError(), 1e-9);
  }

  @Test
  void showsHowMuchTheModelPaysForLength() {
    PairReport report =
        PairReport.of(new double[] {3, 4}, new double[] {1, 2}, new int[] {30, 40, 10, 20});
    assertEquals(1, report.lengthCorrelation(), 1e-12);
  }
}
