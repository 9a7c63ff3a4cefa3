package raftlab.model;

import com.google.gson.JsonObject;
import java.util.Optional;
import raftlab.core.Checks;

/**
 * Every frequency slowed down alike (Chen et al. 2023, arXiv 2306.15595).
 *
 * @param factor by how much, at least 1
 */
record LinearScaling(double factor) implements RopeScaling {

  LinearScaling {
    Checks.user(
        factor >= 1, "config.json gives rope_scaling factor " + factor, "", "Give 1 or more");
  }

  @Override
  public float[] apply(float[] frequencies, double theta, int maxPositions) {
    float[] slowed = new float[frequencies.length];
    for (int i = 0; i < slowed.length; i++) {
      slowed[i] = (float) (frequencies[i] / factor);
    }
    return slowed;
  }

  @Override
  public Optional<JsonObject> toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("rope_type", "linear");
    json.addProperty("factor", factor);
    return Optional.of(json);
  }
}
