package raftlab.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.core.Seeds;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;
import raftlab.tokenize.BpeTrainer;
import raftlab.train.FineTuner;
import raftlab.train.TrainReport;
import raftlab.train.TrainSettings;
import raftlab.train.TrainingExample;

/**
 * Training beside a thread that produces garbage: were a buffer of Java's freed while autograd
 * still needs it, some of these runs would go NaN or end with other weights.
 */
class TrainingSoakTest {

  private static final int RUNS = 30;
  private static final int STEPS = 300;
  private static final int BATCH = 4;

  @TempDir Path folder;

  @Test
  void thirtyRunsBesideAGarbageProducerEndWithTheSameFiniteWeights() throws InterruptedException {
    BpeTrainer.train(List.of("soak"), 258).save(folder);
    Set<String> hashes = new HashSet<>();
    AtomicBoolean done = new AtomicBoolean();
    Thread producer = new Thread(() -> produceGarbage(done), "garbage");
    producer.start();
    try {
      for (int run = 0; run < RUNS; run++) {
        hashes.add(trained());
      }
    } finally {
      done.set(true);
      producer.join();
    }
    assertEquals(1, hashes.size(), "different weights from one seed: " + hashes);
  }

  private String trained() {
    DecoderConfig config =
        new DecoderConfig("qwen2", 258, 32, 2, 2, 1, 16, 64, 1e4, 1e-6, true, 32);
    TrainSettings settings = TrainSettings.of(1e-3, 3).withBatchSize(BATCH).withEpochs(STEPS / 10);
    try (DecoderPolicy policy = DecoderPolicy.fresh("soak", config, folder, 1);
        FineTuner tuner = new FineTuner(policy, settings)) {
      TrainReport report = tuner.train(examples(), RunContext.quiet());
      assertEquals(STEPS, report.steps(), "skipped " + report.skipped());
      return policy.weightsHash();
    }
  }

  /** Ten batches, so that thirty epochs are three hundred steps. */
  private static List<TrainingExample> examples() {
    return IntStream.range(0, 10 * BATCH)
        .mapToObj(
            i ->
                new TrainingExample(
                    IntStream.range(0, 12 + i % 5).map(t -> Seeds.below(i, t, 258)).toArray(), 2))
        .toList();
  }

  /** Allocates heap and direct memory and drops it, with an explicit collection now and then. */
  private static void produceGarbage(AtomicBoolean done) {
    long touched = 0;
    for (int i = 0; !done.get(); i++) {
      byte[] heap = new byte[1 << 18];
      heap[i % heap.length] = (byte) i;
      ByteBuffer direct = ByteBuffer.allocateDirect(1 << 12);
      while (direct.hasRemaining()) {
        direct.put((byte) 0xFF);
      }
      touched += heap[i % heap.length] + direct.get(0);
      if (i % 400 == 0) {
        System.gc();
        Thread.onSpinWait();
      }
      if (i % 20 == 0) {
        pause();
      }
    }
    if (touched == Long.MIN_VALUE) {
      throw new IllegalStateException("keeps the allocations from being optimised away");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
