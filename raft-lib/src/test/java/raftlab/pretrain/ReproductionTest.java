package raftlab.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.core.UserError;
import raftlab.files.Hashes;
import raftlab.model.DecoderPolicy;
import raftlab.model.EmbeddedModel;
import raftlab.run.RunDirectory;

class ReproductionTest {

  @TempDir Path folder;

  @Test
  void theShippedRecipeIsTheOneInTheCode() {
    assertEquals(
        BaseRecipe.EMBEDDED,
        RunDirectory.readRecord(EmbeddedModel.folder().resolve("recipe.json"), BaseRecipe.class));
  }

  @Test
  void theShippedWeightsHaveTheStatedHashes() {
    Path model = EmbeddedModel.folder();
    assertEquals(
        EmbeddedModel.version(),
        Hashes.sha256(model.resolve("model.safetensors")).substring(0, 16));
    BaseLog log = RunDirectory.readRecord(model.resolve("training.json"), BaseLog.class);
    try (DecoderPolicy policy = DecoderPolicy.load(model)) {
      assertEquals(log.weights(), policy.weightsHash());
    }
  }

  @Test
  void theSameRecipeGivesTheSameBitsTwice() throws Exception {
    BaseRecipe small = BaseRecipe.EMBEDDED.withSteps(3);
    Path first = folder.resolve("first");
    Files.createDirectories(first);
    BaseTraining.train(small, first, RunContext.quiet()).close();
    Reproduction found = Reproduction.of(first, 0, folder.resolve("second"), RunContext.quiet());
    assertTrue(found.sameBits());
    assertTrue(found.pass1().isEmpty());
  }

  @Test
  void anotherCourseOfTheLossIsNotAgreement() {
    LossCurve one = new LossCurve(List.of(1, 2), List.of(6.0, 5.0));
    LossCurve other = new LossCurve(List.of(1, 2), List.of(6.0, 5.1));
    double difference = one.largestDifference(other);
    assertEquals(0.1 / 5.1, difference, 1e-12);
    assertFalse(
        new Reproduction(2, false, difference, Double.NaN, java.util.Optional.empty()).agrees());
  }

  @Test
  void aModelThatWasNotTrainedHereIsRefused() {
    UserError error =
        assertThrows(
            UserError.class,
            () -> Reproduction.of(folder, 0, folder.resolve("again"), RunContext.quiet()));
    assertTrue(error.getMessage().contains("has no recipe.json"));
  }
}
