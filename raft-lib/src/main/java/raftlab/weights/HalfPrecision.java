package raftlab.weights;

/**
 * The two 16-bit floating-point formats, as bit patterns in a {@code short}: bfloat16 (8 bits of
 * exponent, 7 of fraction) and IEEE 754 binary16 (5 and 10). To 16 bits, values are rounded to the
 * nearest, ties to even, overflow to infinity; a NaN stays a NaN. From 16 bits, every value is
 * exact. Pure functions.
 */
public final class HalfPrecision {

  private static final int EXPONENT_F32 = 0x7F800000;
  private static final int QUIET_F32 = 0x00400000;
  private static final float SMALLEST_NORMAL_F16 = 0x1.0p-14f;
  private static final float OVERFLOW_F16 = 65520f;

  private HalfPrecision() {}

  /** Widens a bfloat16. */
  public static float bfloat16ToFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /** Rounds to a bfloat16. */
  public static short floatToBfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) ((bits | QUIET_F32) >>> 16);
    }
    int tieToEven = (bits >>> 16) & 1;
    return (short) ((bits + 0x7FFF + tieToEven) >>> 16);
  }

  /** Widens a binary16. */
  public static float float16ToFloat(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >>> 10) & 0x1F;
    int fraction = bits & 0x3FF;
    if (exponent == 0x1F) {
      return Float.intBitsToFloat(sign | EXPONENT_F32 | fraction << 13);
    }
    if (exponent == 0) {
      float magnitude = fraction * 0x1.0p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    return Float.intBitsToFloat(sign | (exponent + 112) << 23 | fraction << 13);
  }

  /** Rounds to a binary16. */
  public static short floatToFloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    float magnitude = Math.abs(value);
    if (Float.isNaN(value)) {
      return (short) (sign | 0x7E00 | (bits >>> 13 & 0x3FF));
    }
    if (magnitude >= OVERFLOW_F16) {
      return (short) (sign | 0x7C00);
    }
    if (magnitude < SMALLEST_NORMAL_F16) {
      // Multiplying by a power of two is exact; rint rounds ties to even.
      return (short) (sign | (int) Math.rint(magnitude * 0x1.0p24));
    }
    int positive = bits & 0x7FFFFFFF;
    int tieToEven = (positive >>> 13) & 1;
    return (short) (sign | ((positive - (112 << 23) + 0xFFF + tieToEven) >>> 13));
  }
}
