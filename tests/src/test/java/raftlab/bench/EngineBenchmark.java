package raftlab.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.Seeds;
import raftlab.generate.DecoderSampler;
import raftlab.generate.SamplerLimits;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;
import raftlab.tokenize.BpeTrainer;
import raftlab.train.FineTuner;
import raftlab.train.TrainSettings;
import raftlab.train.TrainingExample;

/**
 * Tokens per second of sampling at batches of 8, 64 and 512, and of a training step, on a model of
 * the embedded one's size. The share of the JVM and JNI side is measured by the same decode step on
 * a model whose arithmetic is next to nothing: its time per step is what calls, bookkeeping and
 * dispatch cost. Not run by the tests; a main class.
 */
public final class EngineBenchmark {

  private static final int NEW_TOKENS = 64;
  private static final int REPEATS = 5;

  private EngineBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("bench");
    BpeTrainer.train(List.of("one and one is two"), 512).save(folder);
    DecoderConfig real =
        new DecoderConfig("qwen2", 512, 128, 5, 4, 2, 32, 384, 1e4, 1e-6, true, 256);
    DecoderConfig empty = new DecoderConfig("qwen2", 512, 4, 5, 2, 1, 2, 4, 1e4, 1e-6, true, 256);
    System.out.println(ManagementFactory.getRuntimeMXBean().getVmVersion());
    for (int batch : new int[] {8, 64, 512}) {
      double step = secondsPerStep(real, folder, batch);
      double bare = secondsPerStep(empty, folder, batch);
      System.out.printf(
          Locale.ROOT,
          "sample batch %d: %.0f tokens/s, %.2f ms per step, %.0f %% of it in tensor kernels%n",
          batch,
          batch / step,
          1e3 * step,
          100 * Math.max(0, 1 - bare / step));
    }
    train(real, folder);
  }

  private static double secondsPerStep(DecoderConfig config, Path folder, int batch) {
    try (DecoderPolicy policy = DecoderPolicy.fresh("bench", config, folder, 1)) {
      DecoderSampler sampler = new DecoderSampler(policy, new SamplerLimits(batch));
      double best = Double.MAX_VALUE;
      for (int i = 0; i < REPEATS; i++) {
        long start = System.nanoTime();
        RolloutSet drawn =
            sampler.sample(
                prompts(batch / 8), SamplingSettings.of(8, NEW_TOKENS, i), RunContext.quiet());
        double seconds = (System.nanoTime() - start) / 1e9;
        long tokens =
            drawn.rollouts().stream()
                .flatMap(rollout -> rollout.completions().stream())
                .mapToLong(completion -> completion.trace().size())
                .sum();
        best = Math.min(best, seconds / tokens * batch);
      }
      return best;
    }
  }

  private static PromptSet prompts(int count) {
    List<Prompt> prompts =
        IntStream.range(0, count)
            .mapToObj(i -> new Prompt("p" + i, "what is " + "1+".repeat(28) + i % 10, Map.of()))
            .toList();
    return new PromptSet("bench", "bench", "", prompts);
  }

  private static void train(DecoderConfig config, Path folder) {
    List<TrainingExample> examples =
        IntStream.range(0, 32)
            .mapToObj(
                i ->
                    new TrainingExample(
                        IntStream.range(0, 128).map(t -> Seeds.below(i, t, 512)).toArray(), 40))
            .toList();
    TrainSettings settings = TrainSettings.of(1e-4, 1).withBatchSize(32).withEpochs(4);
    try (DecoderPolicy policy = DecoderPolicy.fresh("bench", config, folder, 1);
        FineTuner tuner = new FineTuner(policy, settings)) {
      double best = Double.MAX_VALUE;
      for (int i = 0; i < REPEATS; i++) {
        best = Math.min(best, tuner.train(examples, RunContext.quiet()).seconds() / 4);
      }
      System.out.printf(
          Locale.ROOT,
          "train 32 x 128: %.0f tokens/s, %.1f ms per step%n",
          32 * 128 / best,
          1e3 * best);
    }
  }
}
