package raftlab.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import raftlab.core.Checks;
import raftlab.core.UserError;

/**
 * How Llama 3.x stretches rotary positions past the length it was first trained on ({@code
 * rope_type: llama3} in config.json): slow rotations are slowed down further, fast ones stay.
 *
 * @param factor how much slow rotations are slowed down, at least 1
 * @param lowFrequencyFactor wavelengths longer than original / this are slowed by the whole factor
 * @param highFrequencyFactor wavelengths shorter than original / this stay; greater than the low
 *     one
 * @param originalPositions the context length before stretching
 */
public record RopeScaling(
    double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalPositions) {

  /** No stretching. */
  public static final RopeScaling NONE = new RopeScaling(1, 1, 2, 1);

  private static final String LLAMA3 = "llama3";

  public RopeScaling {
    Checks.user(
        factor >= 1 && lowFrequencyFactor > 0 && highFrequencyFactor > lowFrequencyFactor,
        "config.json gives rope_scaling factors "
            + factor
            + ", "
            + lowFrequencyFactor
            + ", "
            + highFrequencyFactor,
        "the first must be 1 or more, the last greater than the second",
        "");
    Checks.user(
        originalPositions >= 1,
        "config.json gives original_max_position_embeddings " + originalPositions,
        "it must be 1 or more",
        "");
  }

  /** Returns the stretched frequency, in radians per position. */
  double apply(double frequency) {
    if (equals(NONE)) {
      return frequency;
    }
    double wavelength = 2 * Math.PI / frequency;
    if (wavelength < originalPositions / highFrequencyFactor) {
      return frequency;
    }
    if (wavelength > originalPositions / lowFrequencyFactor) {
      return frequency / factor;
    }
    double kept =
        (originalPositions / wavelength - lowFrequencyFactor)
            / (highFrequencyFactor - lowFrequencyFactor);
    return (1 - kept) * frequency / factor + kept * frequency;
  }

  /** Reads the {@code rope_scaling} of a config.json, which may be missing or null. */
  static RopeScaling parse(JsonElement element) {
    if (element == null || element.isJsonNull()) {
      return NONE;
    }
    JsonObject json = element.getAsJsonObject();
    JsonElement type = json.get(json.has("rope_type") ? "rope_type" : "type");
    String name = type == null ? "" : type.getAsString();
    if (name.equals("default")) {
      return NONE;
    }
    if (!name.equals(LLAMA3)) {
      throw new UserError(
          "config.json scales its rotary positions by \"" + name + "\", which is not supported",
          "supported: default, " + LLAMA3,
          "");
    }
    return new RopeScaling(
        json.get("factor").getAsDouble(),
        json.get("low_freq_factor").getAsDouble(),
        json.get("high_freq_factor").getAsDouble(),
        json.get("original_max_position_embeddings").getAsInt());
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("rope_type", LLAMA3);
    json.addProperty("factor", factor);
    json.addProperty("low_freq_factor", lowFrequencyFactor);
    json.addProperty("high_freq_factor", highFrequencyFactor);
    json.addProperty("original_max_position_embeddings", originalPositions);
    return json;
  }
}
