package raftlab.model;

import java.nio.file.Path;
import java.util.List;
import raftlab.core.Suggest;
import raftlab.core.UserError;

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
 * @param windows for each layer how many tokens back attention reaches, itself included, 0 for all;
 *     empty if no layer has a window
 * @param biases which projections have a bias
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
    List<Integer> windows,
    Biases biases) {

  /** The values of {@code model_type} that are read. */
  static final List<String> FAMILIES = List.of("qwen2", "qwen3", "llama", "mistral");

  private static final int MOST_LAYERS = 1024;

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
    if (layers > MOST_LAYERS) {
      throw new UserError(
          "config.json gives num_hidden_layers " + layers,
          "at most " + MOST_LAYERS + " are read",
          "");
    }
    positive(heads, "num_attention_heads");
    positive(kvHeads, "num_key_value_heads");
    positive(headDim, "head_dim");
    positive(intermediate, "intermediate_size");
    positive(maxPositions, "max_position_embeddings");
    windows = List.copyOf(windows);
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
        new Unscaled(),
        List.of(),
        family.equals("qwen2") ? Biases.INPUTS : Biases.NONE);
  }

  /** Returns whether queries and keys are normed per head. */
  public boolean qkNorm() {
    return family.equals("qwen3");
  }

  /** Returns how many tokens back a layer's attention reaches, 0 for all. */
  public int window(int layer) {
    return windows.isEmpty() ? 0 : windows.get(layer);
  }

  /** Returns the operations of a layer's largest product over so many tokens. */
  public long largestProduct(int tokens) {
    return 2L * tokens * hidden * intermediate;
  }

  /** Reads config.json of a model folder. */
  public static DecoderConfig read(Path folder) {
    return ConfigReader.read(folder);
  }

  private static void positive(int value, String name) {
    if (value < 1) {
      throw new UserError("config.json gives " + name + " " + value, "it must be 1 or more", "");
    }
  }
}
