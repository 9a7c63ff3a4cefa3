package raftlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.reward.Scorer;
import raftlab.reward.StoredReward;

class RolloutImportTest {

  @TempDir Path folder;

  @Test
  void readsCompletionsGradesAndScoresOfAHarness() throws IOException {
    ImportedRollouts set =
        read(
            "{\"idx\":7,\"question\":\"2+2?\",\"gt\":\"4\",\"answer\":\"so #### 4\",\"level\":"
                + "\"Level 2\",\"type\":\"Algebra\",\"code\":[\"a 4\",\"b 5\"],\"pred\":[\"4\",null],"
                + "\"score\":[true,false],\"pred_score\":[[1.5],[-2.0]]}");
    Prompt prompt = set.prompts().prompts().get(0);
    assertEquals("7", prompt.id());
    assertEquals("4", prompt.answer());
    assertEquals("2", prompt.column("level"));
    assertEquals("Algebra", prompt.column("subject"));
    assertEquals("b 5", set.rollouts().rollouts().get(0).completions().get(1).text());
    assertEquals(new PeerNote("4", Optional.of(true), 1.5), set.note(0, 0));
    assertEquals(new PeerNote("", Optional.of(false), -2.0), set.note(0, 1));
    assertEquals(0.5, Scorer.score(set.rollouts(), StoredReward.GRADE, RunContext.quiet()).mean());
    assertEquals(
        -0.25, Scorer.score(set.rollouts(), StoredReward.SCORE, RunContext.quiet()).mean());
  }

  @Test
  void refusesAGradeTooFew() {
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                read("{\"question\":\"q\",\"gt\":\"4\",\"code\":[\"a\",\"b\"],\"score\":[true]}"));
    assertTrue(error.what().contains("2 completions but 1 values in \"score\""), error.what());
  }

  @Test
  void countsAMissingLetterAsWrong() throws IOException {
    ImportedRollouts set =
        read(
            "[{\"question_id\":1,\"question\":\"Which?\",\"options\":[\"x\",\"y\",\"z\"],"
                + "\"answer\":\"B\",\"pred\":null,\"generated_text\":\"hm\"},"
                + "{\"question_id\":2,\"question\":\"Which?\",\"options\":[\"x\",\"y\",\"z\"],"
                + "\"answer\":\"B\",\"pred\":\"B\",\"generated_text\":\"it is B\"}]");
    assertEquals(0.5, Scorer.score(set.rollouts(), StoredReward.GRADE, RunContext.quiet()).mean());
    assertEquals("A. x\nB. y\nC. z", set.prompts().prompts().get(0).column("choices"));
  }

  @Test
  void groupsRowsOfOnePromptAsSamples() throws IOException {
    ImportedRollouts set =
        read(
            """
            {"prompt":"p","completion":"a","reward":1.0}
            {"prompt":"q","completion":"b","reward":0.5}
            {"prompt":"p","completion":"c","reward":0.0}
            """);
    assertEquals(2, set.prompts().size());
    List<Completion> samples = set.rollouts().rollouts().get(0).completions();
    assertEquals(List.of("a", "c"), samples.stream().map(Completion::text).toList());
    assertEquals(1, samples.get(1).sampleIndex());
    assertEquals(0.0, set.note(0, 1).score());
    assertEquals(2, set.rollouts().settings().completionsPerPrompt());
  }

  @Test
  void readsChatMessages() throws IOException {
    ImportedRollouts set =
        read(
            "{\"prompt\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":\"u\"}],"
                + "\"completion\":[{\"role\":\"assistant\",\"content\":\"done\"}],\"answer\":3}");
    assertEquals("s\n\nu", set.prompts().prompts().get(0).text());
    assertEquals("3", set.prompts().prompts().get(0).answer());
    assertEquals("done", set.rollouts().rollouts().get(0).completions().get(0).text());
  }

  @Test
  void takesTheColumnsThatAreNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.jsonl"),
            "{\"prompt\":\"no\",\"ask\":\"yes\",\"tries\":[\"a\",\"b\"],\"ok\":[1,0],\"want\":\"a\"}");
    ImportFields fields =
        ImportFields.FIND
            .withPrompt("ask")
            .withResponse("tries")
            .withGrade("ok")
            .withAnswer("want");
    ImportedRollouts set = RolloutImport.read(file, fields, RunContext.quiet());
    assertEquals("yes", set.prompts().prompts().get(0).text());
    assertEquals("a", set.prompts().prompts().get(0).answer());
    assertEquals(0.5, Scorer.score(set.rollouts(), StoredReward.GRADE, RunContext.quiet()).mean());
    UserError error =
        assertThrows(
            UserError.class,
            () -> RolloutImport.read(file, fields.withResponse("trys"), RunContext.quiet()));
    assertTrue(error.getMessage().contains("Did you mean tries?"), error.getMessage());
  }

  @Test
  void leavesOutNullCompletionsAndSaysWhere() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("holes.jsonl"),
            """
            {"prompt":"p","responses":["a",null,"c"],"correct":[1,1,0],"answer":"1"}
            {"prompt":"q","responses":["d"],"correct":[1],"answer":"1"}
            """);
    List<String> told = new ArrayList<>();
    RunContext context = new RunContext(() -> false, event -> told.add(event.toString()));
    ImportedRollouts set = RolloutImport.read(file, ImportFields.FIND, context);
    var completions = set.rollouts().rollouts().get(0).completions();
    assertEquals(List.of("a", "c"), completions.stream().map(each -> each.text()).toList());
    assertEquals(List.of(0, 1), completions.stream().map(each -> each.sampleIndex()).toList());
    assertEquals("false", completions.get(1).find("grade").orElseThrow());
    assertEquals(1, told.size());
    assertTrue(
        told.get(0).contains("line 1 of holes.jsonl: 1 of its 3 completions null, left out"),
        told.get(0));
  }

  @Test
  void refusesARowWhoseCompletionsAreAllNull() {
    UserError error =
        assertThrows(UserError.class, () -> read("{\"prompt\":\"p\",\"responses\":[null]}"));
    assertTrue(error.getMessage().contains("has no completion: all are null"), error.getMessage());
  }

  @Test
  void saysWhichOptionNamesTheResponse() {
    UserError error =
        assertThrows(UserError.class, () -> read("{\"prompt\":\"p\",\"said\":\"a\"}"));
    assertTrue(error.getMessage().contains("--response COLUMN"), error.getMessage());
    assertTrue(error.getMessage().contains("prompt, said"), error.getMessage());
  }

  @Test
  void stopsBetweenRows() throws IOException {
    Path file =
        Files.writeString(folder.resolve("r.jsonl"), "{\"prompt\":\"p\",\"response\":\"a\"}\n");
    RunContext stopping = new RunContext(() -> true, event -> {});
    assertThrows(Stopped.class, () -> RolloutImport.read(file, ImportFields.FIND, stopping));
  }

  @Test
  void keepsWhatTheFileSaysWhenSamplesAreJoined() throws IOException {
    ImportedRollouts set =
        read(
            """
            {"prompt":"p","completion":"a","reward":1.5,"correct":true}
            {"prompt":"p","completion":"b","correct":0}
            """);
    List<Completion> samples = set.rollouts().rollouts().get(0).completions();
    assertEquals(Map.of("score", "1.5", "grade", "true"), samples.get(0).columns());
    assertEquals(Map.of("grade", "false"), samples.get(1).columns());
    assertTrue(set.hasGrades());
    assertFalse(set.hasScores());
    assertTrue(set.rollouts().settings().isImported());
  }

  private ImportedRollouts read(String text) throws IOException {
    return RolloutImport.read(Files.writeString(folder.resolve("r.jsonl"), text));
  }
}
