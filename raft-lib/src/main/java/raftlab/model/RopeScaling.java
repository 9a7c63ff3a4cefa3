package raftlab.model;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/**
 * How rotary frequencies are changed so that a model reads further than it was first trained on:
 * {@code rope_scaling} of config.json. Implementations are records that compute what transformers'
 * {@code modeling_rope_utils} does.
 */
public interface RopeScaling {

  List<String> KNOWN = List.of("default", "linear", "dynamic", "yarn", "llama3");

  /**
   * Returns the changed frequencies.
   *
   * @param frequencies in radians per position, fastest first
   * @param theta their base
   * @param maxPositions the model's context length
   */
  float[] apply(float[] frequencies, double theta, int maxPositions);

  /** Returns what cosines and sines are multiplied by. */
  default double amplitude(int maxPositions) {
    return 1;
  }

  /** Returns the JSON that {@link #parse} reads; empty if there is nothing to say. */
  Optional<JsonObject> toJson();

  /** Reads the {@code rope_scaling} of a config.json. */
  static RopeScaling parse(ConfigJson json) {
    String name = json.text("rope_type", json.text("type", "default"));
    return switch (name) {
      case "default" -> new Unscaled();
      case "linear" -> new LinearScaling(json.real("factor"));
      // It changes nothing up to max_position_embeddings, and no text is longer than that here.
      case "dynamic" -> new Unscaled();
      case "yarn" -> YarnScaling.parse(json);
      case "llama3" -> Llama3Scaling.parse(json);
      default ->
          throw new UserError(
              "config.json scales its rotary positions by \"" + name + "\", which is not supported",
              "supported: " + String.join(", ", KNOWN),
              Suggest.near(name, KNOWN));
    };
  }
}
