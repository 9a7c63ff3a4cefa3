package raftlab.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.model.DecoderPolicy;
import raftlab.model.TinyPolicy;
import raftlab.tensor.Engines;
import raftlab.tensor.ThreadCount;
import raftlab.train.Scoring;
import raftlab.train.TrainingExample;

class DecoderSamplerTest {

  @TempDir Path folder;
  private DecoderPolicy policy;

  @BeforeEach
  void makePolicy() {
    policy = TinyPolicy.in(folder, 1);
  }

  @AfterEach
  void closePolicy() {
    policy.close();
  }

  @Test
  void sameSeedGivesTheSameBits() {
    SamplingSettings settings = SamplingSettings.of(4, 24, 9);
    assertEquals(draw(prompts(10), settings, 16), draw(prompts(10), settings, 16));
  }

  @Test
  void seedAndIterationChangeTheDraws() {
    SamplingSettings settings = SamplingSettings.of(2, 24, 9);
    RolloutSet first = draw(prompts(2), settings, 16);
    assertNotEquals(ids(first), ids(draw(prompts(2), SamplingSettings.of(2, 24, 10), 16)));
    assertNotEquals(ids(first), ids(draw(prompts(2), settings.withIteration(1), 16)));
  }

  @Test
  void tokensDoNotDependOnWhatIsSampledBeside() {
    SamplingSettings settings = SamplingSettings.of(4, 24, 9);
    RolloutSet together = draw(prompts(16), settings, 64);
    RolloutSet oneByOne = draw(prompts(16), settings, 1);
    assertEquals(ids(together), ids(oneByOne));
    RolloutSet fewer = draw(prompts(3), settings, 7);
    assertEquals(ids(together).subList(0, 12), ids(fewer));
  }

  @Test
  void tokensDoNotDependOnHowManyThreadsDraw() {
    SamplingSettings settings = SamplingSettings.of(4, 24, 9);
    List<List<Integer>> alone = withThreads(1, () -> ids(draw(prompts(16), settings, 64)));
    assertEquals(alone, withThreads(2, () -> ids(draw(prompts(16), settings, 64))));
    assertEquals(alone, withThreads(3, () -> ids(draw(prompts(16), settings, 64))));
  }

  @Test
  void aStopEndsAllThreadsThatDraw() {
    int[] asked = {0};
    RunContext context = new RunContext(() -> ++asked[0] > 3, event -> {});
    DecoderSampler sampler = new DecoderSampler(policy);
    SamplingSettings settings = SamplingSettings.of(8, 40, 0);
    withThreads(
        2, () -> assertThrows(Stopped.class, () -> sampler.sample(prompts(8), settings, context)));
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("raft-crew")));
  }

  /** The number is the same again after the work, whatever the work did with it. */
  private static <T> T withThreads(int threads, Supplier<T> work) {
    ThreadCount count = ThreadCount.of(threads);
    try {
      T result = work.get();
      assertEquals(threads, ThreadCount.current());
      return result;
    } finally {
      count.close();
    }
  }

  /** Few rows follow one another, many start together: the second takes what the first gives. */
  @Test
  void tokensDoNotDependOnWhetherRowsStartTogether() {
    SamplingSettings settings = SamplingSettings.of(8, 24, 9);
    RolloutSet together = withThreads(1, () -> draw(prompts(90), settings, 512));
    RolloutSet following = draw(prompts(90), settings, 12);
    assertEquals(ids(following), ids(together));
  }

  @Test
  void logProbabilitiesAreThoseOfAWholeForwardPass() {
    SamplingSettings settings =
        new SamplingSettings(3, 0.7, 0.9, 50, 24, 5, 0); // recorded untempered and unfiltered
    RolloutSet drawn = draw(prompts(5), settings, 8);
    List<TrainingExample> examples = new ArrayList<>();
    List<float[]> recorded = new ArrayList<>();
    for (Rollout rollout : drawn.rollouts()) {
      int[] prompt = policy.tokenizer().encode(rollout.prompt().text());
      for (Completion completion : rollout.completions()) {
        examples.add(new TrainingExample(joined(prompt, completion.trace().ids()), prompt.length));
        recorded.add(completion.trace().logProbs());
      }
    }
    List<float[]> scored = new Scoring(policy).logProbs(examples, RunContext.quiet());
    for (int i = 0; i < scored.size(); i++) {
      assertArrayEquals(recorded.get(i), scored.get(i), 1e-5f);
    }
  }

  @Test
  void topKOfOneIsGreedy() {
    SamplingSettings greedy = SamplingSettings.greedy(16);
    SamplingSettings single = new SamplingSettings(1, 1.0, 1.0, 1, 16, 3, 0);
    assertEquals(ids(draw(prompts(4), greedy, 8)), ids(draw(prompts(4), single, 8)));
  }

  @Test
  void completionEndsWithItsEndTokenOrAtTheBudget() {
    RolloutSet drawn = draw(prompts(40), SamplingSettings.of(8, 40, 2), 64);
    int end = policy.tokenizer().endIds()[0];
    int ended = 0;
    for (Rollout rollout : drawn.rollouts()) {
      for (Completion completion : rollout.completions()) {
        int[] all = completion.trace().ids();
        boolean last = all[all.length - 1] == end;
        ended += last ? 1 : 0;
        assertEquals(last ? FinishReason.END : FinishReason.LENGTH, completion.finish());
        assertTrue(last || all.length == 40);
        assertTrue(Arrays.stream(all, 0, all.length - 1).noneMatch(id -> id == end));
      }
    }
    assertTrue(ended > 0, "a fresh policy ends one completion in seven by chance");
  }

  @Test
  void refusesAPromptLongerThanTheContextBeforeAnyWork() {
    PromptSet set = set(List.of(prompt("long", "7".repeat(96))));
    UserError error =
        assertThrows(UserError.class, () -> draw(set, SamplingSettings.of(1, 4, 0), 1));
    assertTrue(error.what().contains("96 tokens"), error.getMessage());
  }

  @Test
  void stopsAtATokenStep() {
    int[] asked = {0};
    RunContext context = new RunContext(() -> ++asked[0] > 3, event -> {});
    DecoderSampler sampler = new DecoderSampler(policy);
    assertThrows(
        Stopped.class, () -> sampler.sample(prompts(2), SamplingSettings.of(2, 40, 0), context));
  }

  @Test
  void leavesNoTensorBehind() {
    draw(prompts(3), SamplingSettings.of(2, 8, 0), 4);
    int before = policy.manager().getManagedArrays().size() + Engines.openResources();
    for (int i = 0; i < 5; i++) {
      draw(prompts(3), SamplingSettings.of(2, 8, i), 4);
    }
    int after = policy.manager().getManagedArrays().size() + Engines.openResources();
    assertEquals(before, after);
  }

  private RolloutSet draw(PromptSet prompts, SamplingSettings settings, int rows) {
    return new DecoderSampler(policy, new SamplerLimits(rows))
        .sample(prompts, settings, RunContext.quiet());
  }

  private static List<List<Integer>> ids(RolloutSet set) {
    return set.rollouts().stream()
        .flatMap(rollout -> rollout.completions().stream())
        .map(completion -> Arrays.stream(completion.trace().ids()).boxed().toList())
        .toList();
  }

  private static int[] joined(int[] first, int[] second) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }

  private static PromptSet prompts(int count) {
    return set(
        IntStream.range(0, count)
            .mapToObj(i -> prompt("p" + i, "what is " + "1+".repeat(1 + i % 5) + i + "?"))
            .toList());
  }

  private static Prompt prompt(String id, String text) {
    return new Prompt(id, text, Map.of());
  }

  private static PromptSet set(List<Prompt> prompts) {
    return new PromptSet("test", "test", "", prompts);
  }
}
