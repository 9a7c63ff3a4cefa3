package raftlab.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

  @ParameterizedTest
  @CsvSource({
    "0.4085, 1, 40.9",
    "0.6935, 1, 69.4",
    "0.4625, 1, 46.3",
    "0.435, 1, 43.5",
    "1, 1, 100.0",
    "1e-5, 1, 0.0",
    "0.21025, 2, 21.03",
    "-0.0245, 1, -2.5",
    "NaN, 1, NaN"
  })
  void roundsHalfUpFromTheDigitsOfTheShare(double share, int digits, String text) {
    assertEquals(text, Percent.of(share, digits));
  }
}
