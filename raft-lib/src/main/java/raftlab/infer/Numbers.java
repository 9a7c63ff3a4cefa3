package raftlab.infer;

import com.google.gson.JsonArray;
import java.math.BigDecimal;

/** Arrays of numbers as JSON. */
final class Numbers {

  private Numbers() {}

  static JsonArray of(int[] values) {
    JsonArray array = new JsonArray(values.length);
    for (int value : values) {
      array.add(value);
    }
    return array;
  }

  /** Returns floats with the digits a float has; one that is not finite becomes null. */
  static JsonArray of(float[] values) {
    JsonArray array = new JsonArray(values.length);
    for (float value : values) {
      array.add(Float.isFinite(value) ? new BigDecimal(Float.toString(value)) : null);
    }
    return array;
  }
}
