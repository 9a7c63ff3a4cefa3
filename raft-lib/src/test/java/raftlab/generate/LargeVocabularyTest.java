package raftlab.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;
import raftlab.tokenize.BpeTrainer;
import raftlab.train.Scoring;
import raftlab.train.TrainingExample;

/** Matrices large enough to be packed, and a vocabulary that is searched in two levels. */
class LargeVocabularyTest {

  private static final int VOCABULARY = 5003;

  @TempDir Path folder;

  @Test
  void packedProductsGiveTheLogProbabilitiesOfAWholePass() {
    try (DecoderPolicy policy = policy()) {
      RolloutSet drawn = draw(policy, 4, 8);
      List<TrainingExample> examples = new ArrayList<>();
      List<float[]> recorded = new ArrayList<>();
      int[] prompt = policy.encodePrompt("p", "one");
      for (Completion each : drawn.rollouts().get(0).completions()) {
        int[] tokens =
            IntStream.concat(IntStream.of(prompt), IntStream.of(each.trace().ids())).toArray();
        examples.add(new TrainingExample(tokens, prompt.length));
        recorded.add(each.trace().logProbs());
      }
      List<float[]> scored = new Scoring(policy).logProbs(examples, RunContext.quiet());
      for (int i = 0; i < scored.size(); i++) {
        assertArrayEquals(recorded.get(i), scored.get(i), 1e-4f);
      }
    }
  }

  @Test
  void drawsFromTheWholeVocabulary() {
    try (DecoderPolicy policy = policy()) {
      List<Integer> ids = new ArrayList<>();
      for (Completion each : draw(policy, 64, 8).rollouts().get(0).completions()) {
        IntStream.of(each.trace().ids()).forEach(ids::add);
      }
      double mean = ids.stream().mapToInt(i -> i).average().orElseThrow();
      // A fresh policy is near uniform: the mean of n draws deviates by 1444 / sqrt(n).
      assertEquals(VOCABULARY / 2.0, mean, 5 * 1444 / Math.sqrt(ids.size()));
      assertTrue(ids.stream().anyMatch(id -> id > 4608), "none from the last, partial block");
      assertTrue(ids.stream().allMatch(id -> id < VOCABULARY));
    }
  }

  private DecoderPolicy policy() {
    BpeTrainer.train(List.of("one and one is two"), 270).save(folder);
    DecoderConfig config =
        new DecoderConfig("qwen2", VOCABULARY, 512, 1, 4, 2, 64, 512, 1e4, 1e-6, true, 64);
    return DecoderPolicy.fresh("large", config, folder, 1);
  }

  private static RolloutSet draw(DecoderPolicy policy, int k, int tokens) {
    PromptSet prompts = new PromptSet("one", "test", "", List.of(new Prompt("p", "one", Map.of())));
    return new DecoderSampler(policy, new SamplerLimits(8))
        .sample(prompts, SamplingSettings.of(k, tokens, 3), RunContext.quiet());
  }
}
