package raftlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.generate.DecoderSampler;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;
import raftlab.model.LoraSettings;
import raftlab.tensor.Engines;
import raftlab.tokenize.BpeTrainer;
import raftlab.train.FineTuner;
import raftlab.train.TrainSettings;
import raftlab.train.TrainingExample;

/**
 * Rounds of sampling and training on what was sampled, and what they leave behind: resident memory
 * and open native resources. Arguments: rounds (500), and {@code lora} to train an adapter. A main
 * class; run it with a small fixed heap ({@code -Xms256m -Xmx256m -XX:+AlwaysPreTouch}), so that
 * resident memory shows native memory.
 */
public final class RoundsSoak {

  private static final int SHOWN = 50;

  private RoundsSoak() {}

  public static void main(String[] words) throws IOException {
    int rounds = words.length > 0 ? Integer.parseInt(words[0]) : 500;
    boolean lora = words.length > 1 && words[1].equals("lora");
    Path folder = Files.createTempDirectory("soak");
    BpeTrainer.train(List.of("one and one is two"), 512).save(folder);
    DecoderConfig config =
        new DecoderConfig("qwen2", 512, 128, 5, 4, 2, 32, 384, 1e4, 1e-6, true, 128);
    try (DecoderPolicy policy = DecoderPolicy.fresh("soak", config, folder, 1)) {
      if (lora) {
        policy.adapt(LoraSettings.of(8), 1);
      }
      try (FineTuner tuner = new FineTuner(policy, TrainSettings.of(1e-5, 1).withBatchSize(16))) {
        for (int round = 1; round <= rounds; round++) {
          round(policy, tuner, round);
          if (round == 1 || round % SHOWN == 0) {
            System.out.printf(
                Locale.ROOT,
                "round %d: resident %.1f MB, %d open%n",
                round,
                residentKilobytes() / 1024.0,
                Engines.openResources() + policy.manager().getManagedArrays().size());
          }
        }
      }
    }
  }

  /** Samples 16 x 2 completions and trains on them. */
  public static void round(DecoderPolicy policy, FineTuner tuner, int seed) {
    List<Prompt> prompts =
        IntStream.range(0, 16)
            .mapToObj(i -> new Prompt("p" + i, "one and " + i, Map.of()))
            .toList();
    RolloutSet drawn =
        new DecoderSampler(policy)
            .sample(
                new PromptSet("soak", "soak", "", prompts),
                SamplingSettings.of(2, 24, seed),
                RunContext.quiet());
    tuner.train(
        drawn.rollouts().stream().flatMap(each -> examples(policy, each)).toList(),
        RunContext.quiet());
  }

  private static java.util.stream.Stream<TrainingExample> examples(
      DecoderPolicy policy, Rollout rollout) {
    int[] prompt = policy.tokenizer().encode(rollout.prompt().text());
    return rollout.completions().stream()
        .map(each -> each.trace().ids())
        .map(
            ids ->
                new TrainingExample(
                    IntStream.concat(IntStream.of(prompt), IntStream.of(ids)).toArray(),
                    prompt.length));
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
