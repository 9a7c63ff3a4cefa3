package raftlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.loss.BradleyTerry;
import raftlab.model.DecoderPolicy;
import raftlab.model.RewardHead;
import raftlab.model.RewardReading;
import raftlab.model.TinyPolicy;
import raftlab.tensor.ThreadCount;

class PairwiseTunerTest {

  @TempDir Path folder;

  /** What one thread makes of the pairs is the reference. */
  @Test
  void manyThreadsTrainAsOneDoes() {
    Trained one = trained(1);
    Trained two = trained(2);
    Trained three = trained(3);
    assertTrue(Math.abs(one.rewards()[0] - one.before()[0]) > 1e-2, "training changed something");
    assertArrayEquals(one.before(), two.before(), 1e-5);
    assertArrayEquals(one.rewards(), two.rewards(), 1e-3);
    assertArrayEquals(one.rewards(), three.rewards(), 1e-3);
    assertEquals(one.report().meanLoss(), two.report().meanLoss(), 1e-4);
    assertEquals(one.report().tokens(), three.report().tokens());
  }

  @Test
  void equallyManyThreadsFindTheSameBits() {
    assertEquals(trained(2).hash(), trained(2).hash());
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Trained(double[] before, double[] rewards, TrainReport report, String hash) {}

  private Trained trained(int threads) {
    List<TokenPair> pairs = pairs(180);
    List<int[]> sequences = pairs.stream().map(TokenPair::chosen).toList();
    ThreadCount count = ThreadCount.of(threads);
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        RewardHead head = RewardHead.fresh(policy, RewardReading.LAST, 5)) {
      double[] before = RewardScoring.rewards(head, sequences);
      TrainSettings settings = TrainSettings.of(1e-3, 3).withEpochs(1).withBatchSize(60);
      try (PairwiseTuner tuner = new PairwiseTuner(head, settings, new BradleyTerry(0))) {
        TrainReport report = tuner.train(pairs, RunContext.quiet());
        double[] after = RewardScoring.rewards(head, sequences);
        return new Trained(before, after, report, policy.weightsHash());
      }
    } finally {
      count.close();
    }
  }

  private static List<TokenPair> pairs(int count) {
    Random random = new Random(11);
    List<TokenPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(new TokenPair(tokens(random), tokens(random)));
    }
    return pairs;
  }

  private static int[] tokens(Random random) {
    return random.ints(3 + random.nextInt(20), 1, 20).toArray();
  }
}
