package raftlab.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.model.EmbeddedModel;
import raftlab.pretrain.Reproduction;

/**
 * Takes the first steps of the embedded model's training again. The whole corpus is written for it,
 * which is what takes the time; {@code ./raft train-base --reproduce} takes all the steps.
 */
class BaseReproductionTest {

  private static final int STEPS = 8;

  @TempDir Path folder;

  @Test
  void theEmbeddedModelsFirstStepsAreTakenAgainByItsRecipe() {
    Reproduction found =
        Reproduction.of(EmbeddedModel.folder(), STEPS, folder.resolve("again"), RunContext.quiet());
    assertEquals(STEPS, found.steps());
    assertTrue(found.agrees(), () -> "the losses differ by " + found.curveDifference());
  }
}
