package raftlab.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HalfPrecisionTest {

  @Test
  void everyBfloat16SurvivesTheWayThroughFloat() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = HalfPrecision.bfloat16ToFloat((short) bits);
      int back = HalfPrecision.floatToBfloat16(value) & 0xFFFF;
      if (Float.isNaN(value)) {
        assertTrue(Float.isNaN(HalfPrecision.bfloat16ToFloat((short) back)));
      } else {
        assertEquals(bits, back);
      }
    }
  }

  @Test
  void everyFloat16HasItsValueByDefinitionAndSurvivesTheWayThroughFloat() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = HalfPrecision.float16ToFloat((short) bits);
      int back = HalfPrecision.floatToFloat16(value) & 0xFFFF;
      if (Float.isNaN(value)) {
        assertTrue((bits & 0x7C00) == 0x7C00 && (bits & 0x3FF) != 0);
        assertTrue(Float.isNaN(HalfPrecision.float16ToFloat((short) back)));
      } else {
        assertEquals(byDefinition(bits), value, "bits " + bits);
        assertEquals(bits, back);
      }
    }
  }

  @Test
  void roundsToTheNearestAndTiesToEvenBetweenAllNeighbours() {
    checkNeighbours(0x7F80, HalfPrecision::bfloat16ToFloat, HalfPrecision::floatToBfloat16);
    checkNeighbours(0x7C00, HalfPrecision::float16ToFloat, HalfPrecision::floatToFloat16);
  }

  @Test
  void overflowsToInfinityFromTheLastTie() {
    assertEquals(0x7C00, HalfPrecision.floatToFloat16(65520f));
    assertEquals(0x7BFF, HalfPrecision.floatToFloat16(Math.nextDown(65520f)));
    assertEquals(0xFC00, HalfPrecision.floatToFloat16(Float.NEGATIVE_INFINITY) & 0xFFFF);
    assertEquals(0x7F80, HalfPrecision.floatToBfloat16(Float.MAX_VALUE));
  }

  /** Every pair of neighbouring positive values below infinity, and their mirror images. */
  private static void checkNeighbours(
      int infinity, Function<Short, Float> widen, Function<Float, Short> round) {
    for (int bits = 0; bits + 1 < infinity; bits++) {
      double low = widen.apply((short) bits);
      double high = widen.apply((short) (bits + 1));
      float tie = (float) ((low + high) / 2);
      assertEquals(bits + (bits & 1), round.apply(tie) & 0xFFFF, "tie above " + low);
      assertEquals(bits, round.apply(Math.nextDown(tie)) & 0xFFFF);
      assertEquals(bits + 1, round.apply(Math.nextUp(tie)) & 0xFFFF);
      assertEquals((bits + (bits & 1)) | 0x8000, round.apply(-tie) & 0xFFFF);
    }
  }

  private static float byDefinition(int bits) {
    int exponent = bits >> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    double magnitude =
        exponent == 0x1F
            ? Double.POSITIVE_INFINITY
            : exponent == 0
                ? fraction * Math.pow(2, -24)
                : (1024 + fraction) * Math.pow(2, exponent - 25);
    return (float) (bits < 0x8000 ? magnitude : -magnitude);
  }
}
