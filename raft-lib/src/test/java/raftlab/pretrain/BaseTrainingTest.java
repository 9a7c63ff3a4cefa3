package raftlab.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Stopped;

class BaseTrainingTest {

  private static final int PARTS = 3;

  /** The recipe reads hundreds of thousands of texts before its first step. */
  @Test
  void tellsAndStopsWhileTheCorpusIsRead(@TempDir Path folder) throws IOException {
    AtomicInteger polls = new AtomicInteger();
    List<Event> heard = new ArrayList<>();
    RunContext context = new RunContext(() -> polls.incrementAndGet() > PARTS, heard::add);
    assertThrows(
        Stopped.class,
        () -> BaseTraining.train(BaseRecipe.EMBEDDED, folder.resolve("base"), context));
    assertEquals(PARTS + 1, polls.get());
    assertEquals(
        List.of(progress(1024), progress(2048), progress(3072)), heard, "one event for each part");
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList(), "a training that was stopped leaves nothing");
    }
  }

  private static Event progress(long done) {
    long texts = (long) BaseRecipe.EMBEDDED.steps() * BaseRecipe.EMBEDDED.batchSize();
    return new Event.Progress("tokenize", done, texts, "texts");
  }
}
