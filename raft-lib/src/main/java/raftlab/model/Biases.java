package raftlab.model;

/**
 * Which projections of a decoder have a bias.
 *
 * @param inputs queries, keys and values
 * @param output the attention's output
 * @param mlp gate, up and down
 */
public record Biases(boolean inputs, boolean output, boolean mlp) {

  /** No bias anywhere. */
  public static final Biases NONE = new Biases(false, false, false);

  /** Qwen2's: on queries, keys and values. */
  public static final Biases INPUTS = new Biases(true, false, false);
}
