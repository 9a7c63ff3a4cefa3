package raftlab.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.core.UsageError;
import raftlab.core.UserError;

class FileCorpusTest {

  @TempDir Path folder;

  private Path file(String... rows) throws IOException {
    return Files.writeString(folder.resolve("corpus.jsonl"), String.join("\n", rows));
  }

  private static BaseRecipe recipe(Path file) {
    return BaseRecipe.of(file.toString()).withSteps(2).withLearningRate(1e-3);
  }

  private String refused(BaseRecipe recipe) {
    Path place = folder.resolve("model");
    UserError error =
        assertThrows(UserError.class, () -> BaseTraining.train(recipe, place, RunContext.quiet()));
    assertFalse(Files.exists(place));
    return error.getMessage();
  }

  @Test
  void readsPairsAndTextsOverAndOver() throws IOException {
    Corpus corpus =
        FileCorpus.of(
            recipe(file("{\"prompt\":\"2 + 2 =\",\"completion\":\" 4\"}", "{\"text\":\"one\"}")));
    assertEquals(new Corpus.Text("2 + 2 =", " 4"), corpus.text(0));
    assertEquals(new Corpus.Text("", "one"), corpus.text(3));
  }

  @Test
  void aModelTrainedOnAFileIsTrainedAgainToTheSameBits() throws IOException {
    Path file = file("{\"prompt\":\"2 + 2 =\",\"completion\":\" 4\"}", "{\"text\":\"one two\"}");
    Path first = folder.resolve("first");
    BaseTraining.train(recipe(file), first, RunContext.quiet()).close();
    Reproduction found = Reproduction.of(first, 0, folder.resolve("second"), RunContext.quiet());
    assertTrue(found.sameBits());
    Files.writeString(file, "{\"text\":\"other\"}");
    UserError error =
        assertThrows(
            UserError.class,
            () -> Reproduction.of(first, 0, folder.resolve("third"), RunContext.quiet()));
    assertTrue(error.getMessage().contains("corpus.jsonl has changed"), error.getMessage());
  }

  @Test
  void aFileWithNothingToLearnIsRefused() throws IOException {
    assertTrue(refused(recipe(file(""))).contains("has no rows"));
    String columns = refused(recipe(file("{\"text\":\"one\"}", "{\"question\":\"q\"}")));
    assertTrue(columns.startsWith("line 2 of ") && columns.contains("Columns: question"), columns);
    String tooLong = refused(recipe(file("{\"text\":\"" + "1 ".repeat(400) + "\"}")));
    assertTrue(tooLong.contains("empty or too long"), tooLong);
  }

  @Test
  void whatIsNeitherAWorldNorAFileIsRefused() {
    UsageError error = assertThrows(UsageError.class, () -> BaseRecipe.of("minimaths"));
    assertEquals(
        "--corpus minimaths is neither a generated world nor a file.  Did you mean minimath?",
        error.getMessage());
  }

  @Test
  void aRateThatIsNoneIsRefusedBeforeAnythingIsWritten() {
    String said = refused(BaseRecipe.EMBEDDED.withLearningRate(0));
    assertTrue(said.startsWith("--lr 0.0 is not a learning rate"), said);
  }
}
