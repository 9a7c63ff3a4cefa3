package raftlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Seeds;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.model.DecoderPolicy;
import raftlab.model.TinyPolicy;
import raftlab.tensor.Engines;

class FineTunerTest {

  private static final TrainSettings SETTINGS = TrainSettings.of(3e-3, 4);

  @TempDir Path folder;

  @Test
  void learnsWhatItIsShown() {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        FineTuner tuner = new FineTuner(policy, SETTINGS.withEpochs(40))) {
      TrainReport report = tuner.train(examples(16, 12), RunContext.quiet());
      assertEquals(80, report.steps());
      assertTrue(report.lastLoss() < 0.5 * report.meanLoss(), report.toString());
    }
  }

  @Test
  void sameSeedGivesTheSameBits() {
    assertEquals(trained(SETTINGS, examples(20, 30)), trained(SETTINGS, examples(20, 30)));
    assertNotEquals(
        trained(SETTINGS, examples(20, 30)), trained(SETTINGS.withSeed(5), examples(20, 30)));
  }

  @Test
  void changesTheIdentity() {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        FineTuner tuner = new FineTuner(policy, SETTINGS)) {
      String before = policy.id();
      tuner.train(examples(4, 10), RunContext.quiet());
      assertNotEquals(before, policy.id());
    }
  }

  @Test
  void promptIsNotLearnt() {
    List<TrainingExample> masked = List.of(new TrainingExample(new int[] {5, 6, 7, 8, 9}, 3));
    List<Double> losses = new ArrayList<>();
    RunContext context =
        RunContext.quiet()
            .andTell(
                event -> {
                  if (event instanceof Event.TrainStep step) {
                    losses.add(step.loss());
                  }
                });
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1)) {
      float[] two = new Scoring(policy).logProbs(masked, context).get(0);
      assertEquals(2, two.length);
      try (FineTuner tuner = new FineTuner(policy, SETTINGS)) {
        TrainReport report = tuner.train(masked, context);
        assertEquals(2, report.tokens());
      }
      assertEquals(-(two[0] + two[1]) / 2.0, losses.get(0), 1e-6);
    }
  }

  @Test
  void resumedTrainingEndsWithTheSameBits() {
    List<TrainingExample> examples = examples(12, 20);
    Path state = folder.resolve("state");
    Path half = folder.resolve("half");
    String uninterrupted;
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        FineTuner tuner = new FineTuner(policy, SETTINGS)) {
      tuner.train(examples, RunContext.quiet());
      policy.save(half);
      tuner.saveState(state);
      tuner.train(examples, RunContext.quiet());
      uninterrupted = policy.weightsHash();
    }
    try (DecoderPolicy policy = DecoderPolicy.load(half);
        FineTuner tuner = new FineTuner(policy, SETTINGS)) {
      tuner.loadState(state);
      tuner.train(examples, RunContext.quiet());
      assertEquals(uninterrupted, policy.weightsHash());
    }
  }

  @Test
  void skipsStepsWithoutAFiniteGradientAndGivesUpAfterFive() {
    List<String> events = new ArrayList<>();
    RunContext context = RunContext.quiet().andTell(event -> events.add(event.toString()));
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1)) {
      poison(policy);
      String before = policy.weightsHash();
      try (FineTuner tuner = new FineTuner(policy, SETTINGS.withBatchSize(1))) {
        assertThrows(UserError.class, () -> tuner.train(examples(8, 10), context));
      }
      policy.weightsChanged();
      assertEquals(before, policy.weightsHash());
      assertTrue(events.size() >= 4, events.toString());
    }
  }

  @Test
  void refusesAnExampleLongerThanTheContextBeforeAnyStep() {
    List<TrainingExample> examples = new ArrayList<>(examples(8, 10));
    examples.add(new TrainingExample(new int[97], 3));
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        FineTuner tuner = new FineTuner(policy, SETTINGS)) {
      String before = policy.weightsHash();
      UserError error =
          assertThrows(UserError.class, () -> tuner.train(examples, RunContext.quiet()));
      assertTrue(error.what().contains("97 tokens"), error.getMessage());
      assertEquals(before, policy.weightsHash());
    }
  }

  @Test
  void stopsBetweenSteps() {
    int[] asked = {0};
    RunContext context = new RunContext(() -> ++asked[0] > 2, event -> {});
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        FineTuner tuner = new FineTuner(policy, SETTINGS.withBatchSize(1))) {
      assertThrows(Stopped.class, () -> tuner.train(examples(8, 10), context));
    }
  }

  @Test
  void leavesNoTensorBehind() {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        FineTuner tuner = new FineTuner(policy, SETTINGS)) {
      tuner.train(examples(8, 10), RunContext.quiet());
      int before = policy.manager().getManagedArrays().size() + Engines.openResources();
      for (int i = 0; i < 5; i++) {
        tuner.train(examples(8, 10), RunContext.quiet());
      }
      assertEquals(before, policy.manager().getManagedArrays().size() + Engines.openResources());
    }
  }

  private String trained(TrainSettings settings, List<TrainingExample> examples) {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        FineTuner tuner = new FineTuner(policy, settings)) {
      tuner.train(examples, RunContext.quiet());
      return policy.weightsHash();
    }
  }

  /** Makes one weight infinite, so that every gradient is not a number. */
  private static void poison(DecoderPolicy policy) {
    var norm = policy.parameters().tensors().get(1);
    float[] values = norm.toFloatArray();
    values[0] = Float.POSITIVE_INFINITY;
    norm.set(values);
  }

  /** Examples of random tokens, from a prompt of 3 to {@code longest} tokens. */
  private static List<TrainingExample> examples(int count, int longest) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int length = 5 + Seeds.below(11, i, longest - 4);
              int[] tokens =
                  IntStream.range(0, length).map(t -> 2 + Seeds.below(100 + i, t, 200)).toArray();
              tokens[length - 1] = 0;
              return new TrainingExample(tokens, 3);
            })
        .toList();
  }
}
