package raftlab.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import raftlab.files.JsonFile;
import raftlab.tokenize.Tokenizer;

/** Writes config.json and generation_config.json as transformers reads them. */
final class ConfigWriter {

  private ConfigWriter() {}

  static void write(DecoderConfig config, Tokenizer tokenizer, Precision precision, Path folder) {
    JsonObject json = new JsonObject();
    JsonArray architectures = new JsonArray();
    architectures.add(architecture(config.family()));
    json.add("architectures", architectures);
    json.addProperty("model_type", config.family());
    json.addProperty("vocab_size", config.vocabulary());
    json.addProperty("hidden_size", config.hidden());
    json.addProperty("num_hidden_layers", config.layers());
    json.addProperty("num_attention_heads", config.heads());
    json.addProperty("num_key_value_heads", config.kvHeads());
    json.addProperty("head_dim", config.headDim());
    json.addProperty("intermediate_size", config.intermediate());
    json.addProperty("hidden_act", "silu");
    json.addProperty("rope_theta", config.ropeTheta());
    json.addProperty("rms_norm_eps", config.rmsEps());
    json.addProperty("tie_word_embeddings", config.tied());
    json.addProperty("max_position_embeddings", config.maxPositions());
    json.addProperty("attention_bias", config.biases().output());
    json.addProperty("mlp_bias", config.biases().mlp());
    addWindows(json, config);
    config.ropeScaling().toJson().ifPresent(scaling -> json.add("rope_scaling", scaling));
    json.addProperty("torch_dtype", precision.option());
    addEnds(json, tokenizer);
    JsonFile.write(folder.resolve(ConfigReader.FILE), json);
    JsonObject generation = new JsonObject();
    addEnds(generation, tokenizer);
    JsonFile.write(folder.resolve("generation_config.json"), generation);
  }

  private static String architecture(String family) {
    return switch (family) {
      case "qwen2" -> "Qwen2ForCausalLM";
      case "qwen3" -> "Qwen3ForCausalLM";
      case "mistral" -> "MistralForCausalLM";
      default -> "LlamaForCausalLM";
    };
  }

  /** Mistral reaches 4096 back where nothing is said, so that none is said too. */
  private static void addWindows(JsonObject json, DecoderConfig config) {
    int width = config.windows().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (width == 0) {
      json.add("sliding_window", com.google.gson.JsonNull.INSTANCE);
      return;
    }
    json.addProperty("sliding_window", width);
    if (!config.family().equals("mistral")) {
      json.addProperty("use_sliding_window", true);
      JsonArray types = new JsonArray();
      config
          .windows()
          .forEach(each -> types.add(each > 0 ? "sliding_attention" : "full_attention"));
      json.add("layer_types", types);
    }
  }

  private static void addEnds(JsonObject json, Tokenizer tokenizer) {
    int[] ends = tokenizer.endIds();
    if (ends.length == 1) {
      json.addProperty("eos_token_id", ends[0]);
    } else if (ends.length > 1) {
      JsonArray list = new JsonArray();
      for (int end : ends) {
        list.add(end);
      }
      json.add("eos_token_id", list);
    }
    json.addProperty("pad_token_id", tokenizer.padId());
  }
}
