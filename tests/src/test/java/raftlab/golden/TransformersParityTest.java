package raftlab.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import raftlab.core.Event;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.generate.DecoderSampler;
import raftlab.loss.LossValue;
import raftlab.model.DecoderPolicy;
import raftlab.train.Cut;
import raftlab.train.FineTuner;
import raftlab.train.GradientPass;
import raftlab.train.Schedule;
import raftlab.train.Scoring;
import raftlab.train.TrainSettings;
import raftlab.train.TrainingExample;
import raftlab.weights.Checkpoint;
import raftlab.weights.SafetensorsFile;

/** The decoder against an independent implementation, transformers, on tiny checkpoints. */
class TransformersParityTest {

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(strings = {"qwen2-tied", "qwen2-untied", "qwen3", "llama3", "mistral"})
  void givesTheSameLogProbabilities(String family) throws IOException {
    Golden golden = Golden.read(Golden.folder(family));
    try (DecoderPolicy policy = DecoderPolicy.load(Golden.folder(family))) {
      List<float[]> found = new Scoring(policy).logProbs(examples(golden), RunContext.quiet());
      for (int i = 0; i < found.size(); i++) {
        assertArrayEquals(golden.examples().get(i).log_probs(), found.get(i), 1e-4f);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2-tied", "qwen2-untied", "qwen3", "llama3", "mistral"})
  void continuesGreedilyWithTheSameTokens(String family) throws IOException {
    Golden golden = Golden.read(Golden.folder(family));
    List<Prompt> prompts = new ArrayList<>();
    for (Golden.Greedy each : golden.greedy()) {
      prompts.add(new Prompt("p" + prompts.size(), words(each.prompt()), Map.of()));
    }
    try (DecoderPolicy policy = DecoderPolicy.load(Golden.folder(family))) {
      RolloutSet drawn =
          new DecoderSampler(policy)
              .sample(
                  new PromptSet("greedy", "golden", "", prompts),
                  SamplingSettings.greedy(64),
                  RunContext.quiet());
      for (int i = 0; i < prompts.size(); i++) {
        int[] found = drawn.rollouts().get(i).completions().get(0).trace().ids();
        assertArrayEquals(golden.greedy().get(i).continuation(), found, "prompt " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2-tied", "qwen2-untied", "qwen3", "llama3", "mistral"})
  void takesTheSameTwentySteps(String family) throws IOException {
    Golden golden = Golden.read(Golden.folder(family));
    Golden.Settings given = golden.settings();
    TrainSettings settings =
        new TrainSettings(
            golden.losses().size(),
            golden.examples().size(),
            given.learning_rate(),
            Schedule.CONSTANT,
            0,
            given.weight_decay(),
            given.beta1(),
            given.beta2(),
            given.eps(),
            given.max_grad_norm(),
            0);
    List<Double> losses = new ArrayList<>();
    RunContext context =
        RunContext.quiet()
            .andTell(
                event -> {
                  if (event instanceof Event.TrainStep step) {
                    losses.add(step.loss());
                  }
                });
    try (DecoderPolicy policy = DecoderPolicy.load(Golden.folder(family));
        FineTuner tuner = new FineTuner(policy, settings)) {
      tuner.train(examples(golden), context);
    }
    assertEquals(golden.losses().size(), losses.size());
    for (int i = 0; i < losses.size(); i++) {
      assertEquals(golden.losses().get(i), losses.get(i), 1e-3, "step " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2-tied", "qwen2-untied", "qwen3", "llama3", "mistral"})
  void findsTheSameGradientsHoweverTheBatchIsCut(String family) throws IOException {
    for (Cut cut :
        List.of(
            Cut.padded(64),
            Cut.padded(4096),
            Cut.packed(64),
            Cut.packed(4096),
            Cut.packed(4096).withRows(3).withCheckpointing(true))) {
      checkGradients(family, cut);
    }
  }

  private void checkGradients(String family, Cut cut) throws IOException {
    Path folder = Golden.folder(family);
    Golden golden = Golden.read(folder);
    Path found = scratch.resolve("gradients");
    try (DecoderPolicy policy = DecoderPolicy.load(folder);
        DecoderPolicy gradients = policy.copy()) {
      addGradients(policy, gradients, golden, cut);
      gradients.save(found);
    }
    try (SafetensorsFile expected = SafetensorsFile.open(folder.resolve("gradients.safetensors"));
        Checkpoint ours = Checkpoint.open(found)) {
      for (String name : expected.names()) {
        assertClose(name, expected.bytes(name).asFloatBuffer(), ours.bytes(name).asFloatBuffer());
      }
    }
  }

  /** Writes the gradient of the mean NLL in place of a copy's weights, to save it by name. */
  private static void addGradients(
      DecoderPolicy policy, DecoderPolicy into, Golden golden, Cut cut) {
    List<TrainingExample> examples = examples(golden);
    long total = examples.stream().mapToLong(TrainingExample::lossTokens).sum();
    for (NDArray array : into.parameters().tensors()) {
      if (array.size() > 0) {
        array.set(new float[Math.toIntExact(array.size())]);
      }
    }
    double[][] slopes = new double[examples.size()][];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = new double[examples.get(i).lossTokens()];
      Arrays.fill(slopes[i], -1.0 / total);
    }
    new GradientPass(policy, into.parameters().tensors(), cut)
        .run(examples, new LossValue(0, slopes, new double[slopes.length], Map.of()));
    into.weightsChanged();
  }

  /** Compares by the distance relative to the expected tensor's norm. */
  private static void assertClose(String name, FloatBuffer expected, FloatBuffer found) {
    assertEquals(expected.remaining(), found.remaining(), name);
    double distance = 0;
    double norm = 0;
    while (expected.hasRemaining()) {
      double a = expected.get();
      double b = found.get();
      distance += (a - b) * (a - b);
      norm += a * a;
    }
    double relative = Math.sqrt(distance / norm);
    assertTrue(relative < 1e-4, name + " differs by " + relative);
  }

  private static List<TrainingExample> examples(Golden golden) {
    return golden.examples().stream()
        .map(each -> new TrainingExample(each.tokens(), each.prompt_length()))
        .toList();
  }

  private static String words(int[] ids) {
    return Arrays.stream(ids).mapToObj(id -> "t" + id).collect(Collectors.joining(" "));
  }
}
