package raftlab.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import raftlab.core.RunContext;
import raftlab.loss.BradleyTerry;
import raftlab.loss.LossValue;
import raftlab.loss.PolicyLoss;
import raftlab.loss.SequenceScores;
import raftlab.model.DecoderPolicy;
import raftlab.train.GradientPass;
import raftlab.train.Scoring;
import raftlab.train.TrainingExample;
import raftlab.weights.Checkpoint;
import raftlab.weights.SafetensorsFile;

/** Losses and advantages against torch and numpy, in value, slope and gradient. */
class LossGoldenTest {

  private static final double CLOSE = 1e-6;
  private static final LossCases CASES = LossCases.read();

  @TempDir Path scratch;

  static List<LossCases.Group> advantages() {
    return CASES.advantages();
  }

  static List<LossCases.Case> losses() {
    return CASES.losses();
  }

  static List<LossCases.Pairs> pairs() {
    return CASES.pairs();
  }

  static Stream<LossCases.GradientCase> gradients() {
    return CASES.gradients().stream();
  }

  @ParameterizedTest
  @MethodSource
  void advantages(LossCases.Group group) {
    assertArrayEquals(group.expected(), group.kind().of(group.rewards()), CLOSE);
  }

  @ParameterizedTest
  @MethodSource
  void losses(LossCases.Case golden) {
    List<SequenceScores> batch =
        golden.batch().stream()
            .map(s -> new SequenceScores(s.now(), s.old(), s.reference(), s.advantage()))
            .toList();
    LossValue found = golden.settings().settings().loss().of(batch);
    assertClose(golden.value(), found.value(), "value");
    for (int i = 0; i < batch.size(); i++) {
      for (int t = 0; t < batch.get(i).length(); t++) {
        assertClose(golden.slopes()[i][t], found.slopes()[i][t], "slope " + i + ", " + t);
      }
    }
    assertArrayEquals(golden.entropy_weights(), found.entropyWeights(), CLOSE);
    golden.metrics().forEach((name, value) -> assertClose(value, found.metrics().get(name), name));
  }

  @ParameterizedTest
  @MethodSource
  void pairs(LossCases.Pairs golden) {
    BradleyTerry.Value found =
        new BradleyTerry(golden.margin()).of(golden.chosen(), golden.rejected());
    assertClose(golden.value(), found.value(), "value");
    assertArrayEquals(golden.slopes(), found.chosenSlopes(), CLOSE);
  }

  @ParameterizedTest
  @MethodSource
  void gradients(LossCases.GradientCase golden) {
    Path found = scratch.resolve("gradients");
    try (DecoderPolicy policy = DecoderPolicy.load(Golden.folder(golden.family()));
        DecoderPolicy into = policy.copy()) {
      for (NDArray array : into.parameters().tensors()) {
        if (array.size() > 0) {
          array.set(new float[Math.toIntExact(array.size())]);
        }
      }
      add(policy, into, golden);
      into.weightsChanged();
      into.save(found);
    }
    Path expected = Golden.folder("losses").resolve(golden.name() + ".safetensors");
    try (SafetensorsFile torch = SafetensorsFile.open(expected);
        Checkpoint ours = Checkpoint.open(found)) {
      for (String name : torch.names()) {
        assertSame(name, torch.bytes(name).asFloatBuffer(), ours.bytes(name).asFloatBuffer());
      }
    }
  }

  /** Writes the gradient in place of a copy's weights, to save it by name. */
  private static void add(DecoderPolicy policy, DecoderPolicy into, LossCases.GradientCase golden) {
    List<TrainingExample> examples =
        golden.batch().stream()
            .map(s -> new TrainingExample(s.tokens(), s.prompt_length()))
            .toList();
    List<float[]> now = new Scoring(policy).logProbs(examples, RunContext.quiet());
    List<SequenceScores> batch =
        IntStream.range(0, now.size())
            .mapToObj(
                i -> {
                  LossCases.Sequence s = golden.batch().get(i);
                  return new SequenceScores(
                      Scoring.wide(now.get(i)), s.old(), s.reference(), s.advantage());
                })
            .toList();
    PolicyLoss loss = golden.settings().settings().loss();
    LossValue value = loss.of(batch);
    // 64 cells: the examples of up to 40 tokens go in more than one micro-batch.
    GradientPass.Seen seen =
        new GradientPass(policy, into.parameters().tensors(), 64).run(examples, value);
    double bonus = 0;
    for (int i = 0; i < seen.entropies().length; i++) {
      bonus += value.entropyWeights()[i] * Arrays.stream(seen.entropies()[i]).sum();
    }
    assertEquals(golden.value(), value.value() - bonus, 1e-4 * Math.max(1, golden.value()));
  }

  /** 1e-6, relative to numbers above 1. */
  private static void assertClose(double expected, double found, String what) {
    assertEquals(expected, found, CLOSE * Math.max(1, Math.abs(expected)), what);
  }

  /** Compares by the distance relative to the expected tensor's norm. */
  private static void assertSame(String name, FloatBuffer expected, FloatBuffer found) {
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
}
