package raftlab.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;

/**
 * The shape of a decoder, read from Hugging Face's config.json.
 *
 * @param family {@code model_type}; qwen2 (bias on queries, keys and values), qwen3 (norm on
 *     queries and keys), llama, mistral
 * @param vocabulary rows of the embedding
 * @param hidden width C of the residual stream
 * @param layers number of decoder layers
 * @param heads query heads H
 * @param kvHeads key and value heads G, a divisor of H
 * @param headDim width D of a head, even
 * @param intermediate inner width of the gated MLP
 * @param ropeTheta base of the rotary frequencies
 * @param rmsEps epsilon of RMSNorm
 * @param tied whether the head is the embedding
 * @param maxPositions longest sequence in tokens
 * @param ropeScaling how rotary frequencies are stretched
 * @param slidingWindow how many tokens back attention reaches, itself included; 0 for all
 */
public record DecoderConfig(
    String family,
    int vocabulary,
    int hidden,
    int layers,
    int heads,
    int kvHeads,
    int headDim,
    int intermediate,
    double ropeTheta,
    double rmsEps,
    boolean tied,
    int maxPositions,
    RopeScaling ropeScaling,
    int slidingWindow) {

  private static final List<String> FAMILIES = List.of("qwen2", "qwen3", "llama", "mistral");
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  public DecoderConfig {
    if (!FAMILIES.contains(family)) {
      throw new UserError(
          "the model family \"" + family + "\" is not supported",
          "",
          Suggest.near(family, FAMILIES));
    }
    positive(vocabulary, "vocab_size");
    positive(hidden, "hidden_size");
    positive(layers, "num_hidden_layers");
    positive(heads, "num_attention_heads");
    positive(kvHeads, "num_key_value_heads");
    positive(headDim, "head_dim");
    positive(intermediate, "intermediate_size");
    positive(maxPositions, "max_position_embeddings");
    if (heads % kvHeads != 0 || headDim % 2 != 0) {
      throw new UserError(
          "config.json does not describe a decoder: "
              + heads
              + " heads share "
              + kvHeads
              + " key heads of width "
              + headDim,
          "heads must be a multiple of key heads and the width even",
          "Check the folder's config.json");
    }
  }

  /** A decoder without stretched positions that attends to all that came before. */
  public DecoderConfig(
      String family,
      int vocabulary,
      int hidden,
      int layers,
      int heads,
      int kvHeads,
      int headDim,
      int intermediate,
      double ropeTheta,
      double rmsEps,
      boolean tied,
      int maxPositions) {
    this(
        family,
        vocabulary,
        hidden,
        layers,
        heads,
        kvHeads,
        headDim,
        intermediate,
        ropeTheta,
        rmsEps,
        tied,
        maxPositions,
        RopeScaling.NONE,
        0);
  }

  /** Returns whether queries, keys and values have a bias. */
  public boolean qkvBias() {
    return family.equals("qwen2");
  }

  /** Returns whether queries and keys are normed per head. */
  public boolean qkNorm() {
    return family.equals("qwen3");
  }

  /** Reads config.json of a model folder. */
  public static DecoderConfig read(Path folder) {
    Path file = folder.resolve("config.json");
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          folder + " is not a model folder: it has no config.json",
          "",
          "Give a folder with config.json, tokenizer.json and model.safetensors");
    }
    try {
      return parse(GSON.fromJson(Files.readString(file), JsonObject.class));
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException
        | ClassCastException
        | NullPointerException e) {
      throw new UserError(
          file + " is not a decoder's configuration: " + e.getMessage(), "", "Copy it again");
    }
  }

  private static DecoderConfig parse(JsonObject json) {
    int heads = number(json, "num_attention_heads").intValue();
    int hidden = number(json, "hidden_size").intValue();
    return new DecoderConfig(
        text(json, "model_type"),
        number(json, "vocab_size").intValue(),
        hidden,
        number(json, "num_hidden_layers").intValue(),
        heads,
        or(json, "num_key_value_heads", heads).intValue(),
        or(json, "head_dim", hidden / Math.max(1, heads)).intValue(),
        number(json, "intermediate_size").intValue(),
        or(json, "rope_theta", 10_000.0).doubleValue(),
        or(json, "rms_norm_eps", 1e-6).doubleValue(),
        isSet(json, "tie_word_embeddings"),
        or(json, "max_position_embeddings", 2048).intValue(),
        RopeScaling.parse(json.get("rope_scaling")),
        window(json));
  }

  /** Qwen's files give a window that is used only if they say so. */
  private static int window(JsonObject json) {
    boolean used = text(json, "model_type").equals("mistral") || isSet(json, "use_sliding_window");
    return used ? or(json, "sliding_window", 0).intValue() : 0;
  }

  private static boolean isSet(JsonObject json, String key) {
    return json.has(key) && json.get(key).getAsBoolean();
  }

  /** Writes config.json as transformers reads it. */
  public void write(Path folder, int endId, int padId) {
    JsonObject json = new JsonObject();
    String name =
        switch (family) {
          case "qwen2" -> "Qwen2ForCausalLM";
          case "qwen3" -> "Qwen3ForCausalLM";
          case "mistral" -> "MistralForCausalLM";
          default -> "LlamaForCausalLM";
        };
    com.google.gson.JsonArray architectures = new com.google.gson.JsonArray();
    architectures.add(name);
    json.add("architectures", architectures);
    json.addProperty("model_type", family);
    json.addProperty("vocab_size", vocabulary);
    json.addProperty("hidden_size", hidden);
    json.addProperty("num_hidden_layers", layers);
    json.addProperty("num_attention_heads", heads);
    json.addProperty("num_key_value_heads", kvHeads);
    json.addProperty("head_dim", headDim);
    json.addProperty("intermediate_size", intermediate);
    json.addProperty("hidden_act", "silu");
    json.addProperty("rope_theta", ropeTheta);
    json.addProperty("rms_norm_eps", rmsEps);
    json.addProperty("tie_word_embeddings", tied);
    json.addProperty("max_position_embeddings", maxPositions);
    if (slidingWindow > 0) {
      json.addProperty("sliding_window", slidingWindow);
      json.addProperty("use_sliding_window", true);
    }
    if (!ropeScaling.equals(RopeScaling.NONE)) {
      json.add("rope_scaling", ropeScaling.toJson());
    }
    json.addProperty("eos_token_id", endId);
    json.addProperty("pad_token_id", padId);
    json.addProperty("torch_dtype", "float32");
    AtomicFile.writeText(folder.resolve("config.json"), GSON.toJson(json) + "\n");
  }

  private static void positive(int value, String name) {
    if (value < 1) {
      throw new UserError("config.json gives " + name + " " + value, "it must be 1 or more", "");
    }
  }

  private static Number number(JsonObject json, String key) {
    if (!json.has(key) || !json.get(key).isJsonPrimitive()) {
      throw new UserError("config.json has no number " + key, "", "Check the model folder");
    }
    return json.get(key).getAsNumber();
  }

  private static Number or(JsonObject json, String key, Number fallback) {
    return json.has(key) && !json.get(key).isJsonNull() ? number(json, key) : fallback;
  }

  private static String text(JsonObject json, String key) {
    return json.has(key) ? json.get(key).getAsString() : "";
  }
}
