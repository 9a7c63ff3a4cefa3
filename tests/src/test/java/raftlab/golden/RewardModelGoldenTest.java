package raftlab.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.loss.BradleyTerry;
import raftlab.model.RewardHead;
import raftlab.train.PairwiseTuner;
import raftlab.train.RewardScoring;
import raftlab.train.TokenPair;
import raftlab.train.TrainSettings;

/** A Bradley-Terry model against torch on a tiny checkpoint, see tests/fixtures/make_losses.py. */
class RewardModelGoldenTest {

  private static final LossCases.RewardCase GOLDEN = LossCases.read().reward();

  @TempDir Path folder;

  @Test
  void readsTheSameRewards() throws IOException {
    try (RewardHead head = RewardHead.load(checkpoint())) {
      for (int i = 0; i < GOLDEN.pairs().size(); i++) {
        LossCases.Tokens pair = GOLDEN.pairs().get(i);
        double[] found = RewardScoring.rewards(head, List.of(pair.chosen(), pair.rejected()));
        assertEquals(GOLDEN.rewards()[i][0], found[0], 1e-4);
        assertEquals(GOLDEN.rewards()[i][1], found[1], 1e-4);
      }
    }
  }

  @Test
  void takesTheSameTenSteps() throws IOException {
    List<Double> losses = new ArrayList<>();
    RunContext context =
        RunContext.quiet()
            .andTell(
                event -> {
                  if (event instanceof Event.TrainStep step) {
                    losses.add(step.loss());
                  }
                });
    List<TokenPair> pairs =
        GOLDEN.pairs().stream().map(each -> new TokenPair(each.chosen(), each.rejected())).toList();
    TrainSettings settings =
        TrainSettings.of(GOLDEN.learning_rate(), 0)
            .withEpochs(GOLDEN.losses().length)
            .withBatchSize(pairs.size());
    try (RewardHead head = RewardHead.load(checkpoint());
        PairwiseTuner tuner =
            new PairwiseTuner(head, settings, new BradleyTerry(GOLDEN.margin()))) {
      tuner.train(pairs, context);
    }
    assertEquals(GOLDEN.losses().length, losses.size());
    for (int i = 0; i < losses.size(); i++) {
      assertEquals(GOLDEN.losses()[i], losses.get(i), 1e-3, "step " + i);
    }
  }

  /** The tiny checkpoint with the head that the script wrote beside its other files. */
  private Path checkpoint() throws IOException {
    try (Stream<Path> files = Files.list(Golden.folder(GOLDEN.family()))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    Files.copy(
        Golden.folder("losses").resolve("reward_head.safetensors"),
        folder.resolve("reward_head.safetensors"));
    return folder;
  }
}
