package raftlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.loss.LossValue;
import raftlab.model.DecoderPolicy;
import raftlab.model.TinyPolicy;
import raftlab.tensor.Crew;

class GradientCrewTest {

  private static final Cut CUT = Cut.padded(60);

  @TempDir Path folder;
  private DecoderPolicy policy;

  @BeforeEach
  void open() {
    policy = TinyPolicy.in(folder, 1);
  }

  @AfterEach
  void close() {
    policy.close();
  }

  /** What one thread finds in one pass is the reference. */
  @Test
  void manyThreadsFindTheGradientOfOne() {
    List<TrainingExample> batch = batch(11);
    for (boolean bonus : new boolean[] {false, true}) {
      LossValue loss = loss(batch, bonus);
      Found one = found(1, batch, loss);
      assertTrue(largest(one.gradient()) > 1e-3, "there is a gradient to compare");
      for (int threads : new int[] {2, 3, 16}) {
        Found many = found(threads, batch, loss);
        assertClose(one.seen().logProbs(), many.seen().logProbs());
        assertEquals(one.seen().entropies().length, many.seen().entropies().length);
        if (bonus) {
          assertArrayEquals(one.seen().entropies()[0], many.seen().entropies()[0], 1e-5);
          assertTrue(one.seen().entropies()[0][0] > 0.1, "there is an entropy to compare");
        }
        for (int i = 0; i < one.gradient().size(); i++) {
          assertArrayEquals(one.gradient().get(i), many.gradient().get(i), 2e-5f);
        }
      }
    }
  }

  @Test
  void equallyManyThreadsFindTheSameBits() {
    List<TrainingExample> batch = batch(9);
    LossValue loss = loss(batch, false);
    Found first = found(2, batch, loss);
    Found second = found(2, batch, loss);
    for (int i = 0; i < first.gradient().size(); i++) {
      assertArrayEquals(first.gradient().get(i), second.gradient().get(i), 0f);
    }
  }

  /** The threads' own sums start from zero again: two batches add up. */
  @Test
  void gradientsOfBatchesAddUp() {
    List<TrainingExample> batch = batch(6);
    LossValue loss = loss(batch, false);
    Found once = found(2, batch, loss);
    try (PtNDManager scope = (PtNDManager) policy.manager().newSubManager();
        Crew crew = new Crew(2)) {
      List<NDArray> into = zeros(scope);
      try (GradientCrew pass = new GradientCrew(policy, into, CUT, crew)) {
        pass.run(batch, loss);
        pass.run(batch, loss);
      }
      for (int i = 0; i < into.size(); i++) {
        float[] twice = into.get(i).toFloatArray();
        for (int j = 0; j < twice.length; j++) {
          assertEquals(2 * once.gradient().get(i)[j], twice[j], 4e-5f);
        }
      }
    }
  }

  @Test
  void scoresDoNotDependOnTheThreads() {
    List<TrainingExample> batch = batch(40);
    List<float[]> alone = scores(1, batch);
    List<float[]> shared = scores(3, batch);
    assertEquals(alone.size(), shared.size());
    for (int i = 0; i < alone.size(); i++) {
      assertArrayEquals(alone.get(i), shared.get(i), 1e-5f);
    }
  }

  private List<float[]> scores(int threads, List<TrainingExample> batch) {
    try (Crew crew = new Crew(threads)) {
      return new Scoring(policy, crew).logProbs(batch, RunContext.quiet());
    }
  }

  private record Found(GradientPass.Seen seen, List<float[]> gradient) {}

  private Found found(int threads, List<TrainingExample> batch, LossValue loss) {
    try (PtNDManager scope = (PtNDManager) policy.manager().newSubManager();
        Crew crew = new Crew(threads)) {
      List<NDArray> into = zeros(scope);
      try (GradientCrew pass = new GradientCrew(policy, into, CUT, crew)) {
        GradientPass.Seen seen = pass.run(batch, loss);
        return new Found(seen, into.stream().map(NDArray::toFloatArray).toList());
      }
    }
  }

  private List<NDArray> zeros(PtNDManager scope) {
    List<NDArray> zeros = new ArrayList<>();
    policy.trained().forEach(each -> zeros.add(scope.zeros(each.getShape(), DataType.FLOAT32)));
    return zeros;
  }

  /** Lengths differ, so that threads get different work. */
  private static List<TrainingExample> batch(int count) {
    Random random = new Random(3);
    List<TrainingExample> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] tokens = random.ints(5 + random.nextInt(20), 1, 60).toArray();
      batch.add(new TrainingExample(tokens, 2));
    }
    return batch;
  }

  /**
   * With a bonus for the first example alone: threads that don't have it are not asked for
   * entropies.
   */
  private static LossValue loss(List<TrainingExample> batch, boolean bonus) {
    Random random = new Random(4);
    double[][] slopes =
        batch.stream()
            .map(each -> random.doubles(each.lossTokens(), -1, 1).toArray())
            .toArray(double[][]::new);
    double[] weights = new double[batch.size()];
    if (bonus) {
      weights[0] = 0.3;
    }
    return new LossValue(0, slopes, weights, Map.of());
  }

  private static float largest(List<float[]> gradient) {
    float most = 0;
    for (float[] each : gradient) {
      for (float value : each) {
        most = Math.max(most, Math.abs(value));
      }
    }
    return most;
  }

  private static void assertClose(double[][] expected, double[][] found) {
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], found[i], 1e-5);
    }
  }
}
