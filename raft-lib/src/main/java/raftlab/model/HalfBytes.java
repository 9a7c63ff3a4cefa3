package raftlab.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import raftlab.weights.HalfPrecision;

/**
 * Buffers of bfloat16, which the JNI layer does not know (asked for one it ends the process), to
 * and from float32. All are little-endian.
 */
final class HalfBytes {

  private HalfBytes() {}

  /** Widens what remains of {@code halves} into {@code into}, which is cleared and returned. */
  static ByteBuffer widen(ByteBuffer halves, ByteBuffer into) {
    ShortBuffer from = halves.asShortBuffer();
    into.clear().limit(4 * from.remaining());
    FloatBuffer to = into.asFloatBuffer();
    int count = from.remaining();
    for (int i = 0; i < count; i++) {
      to.put(i, HalfPrecision.bfloat16ToFloat(from.get(i)));
    }
    return into;
  }

  /** Narrows float32 numbers; exact for those that came from bfloat16. */
  static ByteBuffer narrow(ByteBuffer floats) {
    FloatBuffer from = floats.asFloatBuffer();
    int count = from.remaining();
    ByteBuffer halves = ByteBuffer.allocateDirect(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      halves.putShort(2 * i, HalfPrecision.floatToBfloat16(from.get(i)));
    }
    return halves;
  }
}
