package raftlab.pretrain;

import raftlab.data.minimath.StyleMix;
import raftlab.model.DecoderConfig;

/**
 * Everything that decides a base model.
 *
 * @param vocabulary tokens, special ones included
 * @param hidden width
 * @param layers decoder layers
 * @param heads query heads
 * @param kvHeads key and value heads
 * @param intermediate inner width of the MLP
 * @param maxPositions context in tokens
 * @param steps optimizer steps
 * @param batchSize examples per step
 * @param learningRate peak rate, cosine to 0 after the warm-up
 * @param warmupSteps steps of linear rise
 * @param weightDecay decay on matrices
 * @param mix how the corpus' authors write
 * @param seed decides weights and corpus
 */
public record BaseRecipe(
    int vocabulary,
    int hidden,
    int layers,
    int heads,
    int kvHeads,
    int intermediate,
    int maxPositions,
    int steps,
    int batchSize,
    double learningRate,
    int warmupSteps,
    double weightDecay,
    StyleMix mix,
    long seed) {

  /** The model in the repository. */
  public static final BaseRecipe EMBEDDED =
      new BaseRecipe(512, 128, 5, 4, 2, 384, 384, 2600, 64, 2e-3, 100, 0.05, StyleMix.DEFAULT, 42);

  /** Returns the recipe with fewer steps, for a quick look. */
  public BaseRecipe withSteps(int value) {
    return new BaseRecipe(
        vocabulary,
        hidden,
        layers,
        heads,
        kvHeads,
        intermediate,
        maxPositions,
        value,
        batchSize,
        learningRate,
        warmupSteps,
        weightDecay,
        mix,
        seed);
  }

  DecoderConfig config() {
    return new DecoderConfig(
        "qwen2",
        vocabulary,
        hidden,
        layers,
        heads,
        kvHeads,
        hidden / heads,
        intermediate,
        10_000,
        1e-6,
        true,
        maxPositions);
  }
}
