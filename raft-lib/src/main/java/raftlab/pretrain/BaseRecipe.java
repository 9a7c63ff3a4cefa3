package raftlab.pretrain;

import java.nio.file.Files;
import java.nio.file.Path;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.data.minimath.StyleMix;
import raftlab.files.Hashes;
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
 * @param mix how MiniMath's authors write; other worlds do not read it
 * @param seed decides weights and corpus
 * @param world whose text it reads: minimath (also if null, as older recipes have it), dialogue, or
 *     the path of a file with rows
 * @param corpusHash SHA-256 of that file; null for a generated world
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
    long seed,
    String world,
    String corpusHash) {

  /** The model in the repository. */
  public static final BaseRecipe EMBEDDED =
      new BaseRecipe(
          512,
          128,
          5,
          4,
          2,
          384,
          384,
          2600,
          64,
          2e-3,
          100,
          0.05,
          StyleMix.DEFAULT,
          42,
          "minimath",
          null);

  /**
   * The dialogue world's model: 0.2 million parameters, about two minutes on two cores. It has seen
   * what the town's people write, good and bad, as an SFT model has seen its demonstrations.
   */
  public static final BaseRecipe DIALOGUE =
      new BaseRecipe(
          512,
          80,
          3,
          4,
          2,
          240,
          192,
          2400,
          16,
          3e-3,
          50,
          0.05,
          StyleMix.DEFAULT,
          42,
          "dialogue",
          null);

  public BaseRecipe {
    world = world == null ? "minimath" : world;
  }

  /**
   * Returns the recipe of a generated world, or the embedded model's with the text of a file.
   *
   * @param corpus name of a world, or path of a file of JSON lines
   */
  public static BaseRecipe of(String corpus) {
    return switch (corpus) {
      case "minimath", "toy" -> EMBEDDED;
      case "dialogue" -> DIALOGUE;
      default -> ofFile(corpus);
    };
  }

  private static BaseRecipe ofFile(String corpus) {
    Path file = Path.of(corpus);
    if (!Files.isRegularFile(file)) {
      throw new UsageError(
          "--corpus " + corpus + " is neither a generated world nor a file",
          "",
          Suggest.near(corpus, Corpus.WORLDS));
    }
    return EMBEDDED.with(
        EMBEDDED.steps,
        EMBEDDED.learningRate,
        file.toAbsolutePath().normalize().toString(),
        Hashes.sha256(file));
  }

  /**
   * Returns the recipe for a model of 4.6 million parameters, which takes about five times as long;
   * wider matrices want a lower rate.
   */
  public BaseRecipe small() {
    return new BaseRecipe(
        vocabulary,
        256,
        6,
        8,
        2,
        768,
        maxPositions,
        steps,
        batchSize,
        learningRate / 2,
        warmupSteps,
        weightDecay,
        mix,
        seed,
        world,
        corpusHash);
  }

  /** Returns the recipe with fewer steps, for a quick look. */
  public BaseRecipe withSteps(int value) {
    return with(value, learningRate, world, corpusHash);
  }

  /** Returns the recipe with another peak rate. */
  public BaseRecipe withLearningRate(double value) {
    return with(steps, value, world, corpusHash);
  }

  private BaseRecipe with(int taken, double rate, String read, String hash) {
    return new BaseRecipe(
        vocabulary,
        hidden,
        layers,
        heads,
        kvHeads,
        intermediate,
        maxPositions,
        taken,
        batchSize,
        rate,
        warmupSteps,
        weightDecay,
        mix,
        seed,
        read,
        hash);
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
