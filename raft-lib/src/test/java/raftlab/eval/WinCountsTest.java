package raftlab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import raftlab.core.UserError;

class WinCountsTest {

  @Test
  void countsStrictWinsAgainstAllOthersAndTheRateAgainstTheBaseline() {
    WinCounts counts =
        WinCounts.of(
            List.of("base", "raft", "refl"),
            "base",
            List.of(List.of(1.0, 2.0, 3.0), List.of(1.0, 1.0, 0.0), List.of(2.0, 1.0, 2.0)));
    assertEquals(
        List.of(
            new WinCount("base", 2, 0, 0),
            new WinCount("raft", 2, 1, 1),
            new WinCount("refl", 3, 1, 1)),
        counts.methods());
    assertEquals(0.5, counts.methods().get(1).winRate());
    assertEquals(Double.NaN, counts.methods().get(0).winRate());
  }

  @Test
  void boundsTheCountOfSevenMethodsAsInTheSource() {
    List<Double> scores = List.of(7.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    List<String> names = List.of("a", "b", "c", "d", "e", "f", "g");
    WinCounts counts = WinCounts.of(names, "b", Collections.nCopies(466, scores));
    assertEquals(2796, counts.methods().get(0).wins());
    assertEquals(1, counts.methods().get(0).winRate());
    assertEquals(0, counts.methods().get(1).wins());
  }

  @Test
  void refusesAnUnknownBaseline() {
    assertThrows(UserError.class, () -> WinCounts.of(List.of("a"), "b", List.of()));
  }
}
