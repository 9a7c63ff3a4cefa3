package raftlab.model;

import com.google.gson.JsonObject;
import java.util.Optional;
import raftlab.core.Checks;

/**
 * How Llama 3.x stretches rotary positions past the length it was first trained on: slow rotations
 * are slowed down further, fast ones stay, those between are blended.
 *
 * @param factor how much slow rotations are slowed down, at least 1
 * @param lowFrequencyFactor wavelengths longer than original / this are slowed by the whole factor
 * @param highFrequencyFactor wavelengths shorter than original / this stay; greater than the low
 *     one
 * @param originalPositions the context length before stretching
 */
record Llama3Scaling(
    double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalPositions)
    implements RopeScaling {

  Llama3Scaling {
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

  static Llama3Scaling parse(ConfigJson json) {
    return new Llama3Scaling(
        json.real("factor"),
        json.real("low_freq_factor"),
        json.real("high_freq_factor"),
        json.integer("original_max_position_embeddings"));
  }

  @Override
  public float[] apply(float[] frequencies, double theta, int maxPositions) {
    float[] stretched = new float[frequencies.length];
    for (int i = 0; i < stretched.length; i++) {
      stretched[i] = (float) stretch(frequencies[i]);
    }
    return stretched;
  }

  private double stretch(double frequency) {
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

  @Override
  public Optional<JsonObject> toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("rope_type", "llama3");
    json.addProperty("factor", factor);
    json.addProperty("low_freq_factor", lowFrequencyFactor);
    json.addProperty("high_freq_factor", highFrequencyFactor);
    json.addProperty("original_max_position_embeddings", originalPositions);
    return Optional.of(json);
  }
}
