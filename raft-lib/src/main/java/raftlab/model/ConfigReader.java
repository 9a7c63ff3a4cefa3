package raftlab.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.files.JsonFile;

/**
 * Reads a decoder's config.json. A key that is not there has the default that transformers' class
 * of the family gives it; what would change the arithmetic and is not built is refused.
 */
final class ConfigReader {

  static final String FILE = "config.json";

  private final ConfigJson json;
  private final String family;

  private ConfigReader(ConfigJson json) {
    this.json = json;
    this.family = json.text("model_type", "");
  }

  static DecoderConfig read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          folder + " is not a model folder: it has no config.json",
          "",
          "Give a folder with config.json, tokenizer.json and model.safetensors");
    }
    return new ConfigReader(new ConfigJson(file, JsonFile.readObject(file))).parse();
  }

  private DecoderConfig parse() {
    checkSupported();
    int heads = json.integer("num_attention_heads");
    int hidden = json.integer("hidden_size");
    int layers = json.integer("num_hidden_layers");
    int widthOfHead = family.equals("qwen3") ? 128 : hidden / Math.max(1, heads);
    Optional<ConfigJson> newer = json.object("rope_parameters");
    return new DecoderConfig(
        family,
        json.integer("vocab_size"),
        hidden,
        layers,
        heads,
        json.integer("num_key_value_heads", family.equals("mistral") ? 8 : heads),
        json.integer("head_dim", widthOfHead),
        json.integer("intermediate_size"),
        json.real("rope_theta", newer.map(each -> each.real("rope_theta", 1e4)).orElse(1e4)),
        json.real("rms_norm_eps", 1e-6),
        json.flag("tie_word_embeddings", false),
        json.integer("max_position_embeddings", 2048),
        json.object("rope_scaling").or(() -> newer).map(RopeScaling::parse).orElse(new Unscaled()),
        windows(layers),
        biases());
  }

  private void checkSupported() {
    if (!DecoderConfig.FAMILIES.contains(family)) {
      throw new UserError(
          "the model family \"" + family + "\" of " + json.file() + " is not supported",
          "supported: " + String.join(", ", DecoderConfig.FAMILIES),
          Suggest.near(family, DecoderConfig.FAMILIES));
    }
    if (json.has("quantization_config")) {
      throw new UserError(
          json.file() + " describes quantized weights",
          "weights are read as float32, bfloat16 or float16",
          "Take the checkpoint that is not quantized");
    }
    if (!json.text("hidden_act", "silu").equals("silu")) {
      throw json.wrong("hidden_act", "silu");
    }
    if (json.real("partial_rotary_factor", 1) != 1) {
      throw json.wrong("partial_rotary_factor", "1");
    }
  }

  private Biases biases() {
    boolean attention = json.flag("attention_bias", false);
    return switch (family) {
      case "qwen2" -> Biases.INPUTS;
      case "qwen3" -> new Biases(attention, attention, false);
      case "llama" -> new Biases(attention, attention, json.flag("mlp_bias", false));
      default -> Biases.NONE;
    };
  }

  /** Mistral's layers all have the window; Qwen's only if told so, and only the later ones. */
  private List<Integer> windows(int layers) {
    if (family.equals("llama") || layers < 1 || layers > 1024) {
      return List.of();
    }
    boolean mistral = family.equals("mistral");
    boolean nullGiven = json.json().has("sliding_window") && !json.has("sliding_window");
    int width = nullGiven ? 0 : json.integer("sliding_window", 4096);
    if (width <= 0 || !(mistral || json.flag("use_sliding_window", false))) {
      return List.of();
    }
    if (mistral) {
      return Collections.nCopies(layers, width);
    }
    int firstWith = json.integer("max_window_layers", 28);
    List<Integer> windows = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      boolean slides = json.has("layer_types") ? slides(i, layers) : i >= firstWith;
      windows.add(slides ? width : 0);
    }
    return windows.stream().allMatch(each -> each == 0) ? List.of() : windows;
  }

  private boolean slides(int layer, int layers) {
    if (json.json().get("layer_types") instanceof JsonArray types && types.size() == layers) {
      JsonElement type = types.get(layer);
      if (type.isJsonPrimitive() && type.getAsString().equals("sliding_attention")) {
        return true;
      }
      if (type.isJsonPrimitive() && type.getAsString().equals("full_attention")) {
        return false;
      }
    }
    throw json.wrong("layer_types", layers + " of full_attention or sliding_attention");
  }
}
