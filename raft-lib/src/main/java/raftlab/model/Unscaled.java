package raftlab.model;

import com.google.gson.JsonObject;
import java.util.Optional;

/** Rotary frequencies as they are. */
record Unscaled() implements RopeScaling {

  @Override
  public float[] apply(float[] frequencies, double theta, int maxPositions) {
    return frequencies;
  }

  @Override
  public Optional<JsonObject> toJson() {
    return Optional.empty();
  }
}
