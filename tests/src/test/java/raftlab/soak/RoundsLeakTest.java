package raftlab.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import raftlab.bench.RoundsSoak;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;
import raftlab.model.LoraSettings;
import raftlab.tensor.Engines;
import raftlab.tokenize.BpeTrainer;
import raftlab.train.Batching;
import raftlab.train.FineTuner;
import raftlab.train.TrainSettings;

/** Rounds of sampling and training leave no native array and no manager behind. */
class RoundsLeakTest {

  private static final int ROUNDS = 12;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void roundsOfSamplingAndTrainingLeaveNothingOpen(int rank) {
    BpeTrainer.train(List.of("one and one is two"), 270).save(folder);
    DecoderConfig config =
        new DecoderConfig("qwen2", 270, 32, 2, 4, 2, 8, 64, 10_000, 1e-6, true, 96);
    int before = Engines.openResources();
    try (DecoderPolicy policy = DecoderPolicy.fresh("leak", config, folder, 1)) {
      if (rank > 0) {
        policy.adapt(LoraSettings.of(rank), 1);
      }
      TrainSettings settings =
          TrainSettings.of(1e-4, 1)
              .withBatching(Batching.DEFAULT.withPacked(true).withCheckpointed(true));
      try (FineTuner tuner = new FineTuner(policy, settings)) {
        RoundsSoak.round(policy, tuner, 1);
        int open = open(policy);
        for (int round = 2; round <= ROUNDS; round++) {
          RoundsSoak.round(policy, tuner, round);
          assertEquals(open, open(policy), "round " + round);
        }
      }
    }
    assertEquals(before, Engines.openResources());
  }

  private static int open(DecoderPolicy policy) {
    return Engines.openResources() + policy.manager().getManagedArrays().size();
  }
}
