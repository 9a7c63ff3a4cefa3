package raftlab.data.minimath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.TemplateId;
import raftlab.core.UserError;
import raftlab.data.PromptTemplates;

class MiniMathTest {

  private static final int TRAINING_DRAWS = 200_000;

  @Test
  void noTestProblemIsInTraining() {
    Set<String> questions = new HashSet<>();
    Set<String> keys = new HashSet<>();
    TestProblems tests = TestProblems.fixed();
    for (List<Problem> problems : List.of(tests.mini500(), tests.miniAime())) {
      problems.forEach(problem -> questions.add(problem.normalisedQuestion()));
      problems.forEach(problem -> keys.add(problem.key()));
    }
    assertEquals(530, questions.size());
    assertEquals(530, keys.size());
    for (int i = 0; i < TRAINING_DRAWS; i++) {
      Problem problem = TrainProblems.at(1, i);
      assertFalse(questions.contains(problem.normalisedQuestion()), problem::question);
      assertFalse(keys.contains(problem.key()), problem::key);
    }
  }

  @Test
  void mini500IsBalancedOverSubjectsAndLevels() {
    Map<String, Long> cells =
        MiniMath.mini500().prompts().stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.column("subject") + p.column("level"), Collectors.counting()));
    assertEquals(35, cells.size());
    assertTrue(cells.values().stream().allMatch(n -> n == 14 || n == 15), cells::toString);
  }

  @Test
  void mini500HasEveryKindOfAnswer() {
    List<String> answers = MiniMath.mini500().prompts().stream().map(Prompt::answer).toList();
    for (String kind :
        List.of(
            "\\d+",
            "-\\d+",
            "\\\\frac\\{\\d+\\}\\{\\d+\\}",
            "\\d+\\.\\d+",
            "\\d*\\\\sqrt\\{\\d+\\}",
            "\\(-?\\d+, -?\\d+\\)",
            "\\[-?\\d+, -?\\d+\\)",
            "\\(-\\\\infty, -?\\d+[)\\]]")) {
      assertTrue(answers.stream().anyMatch(answer -> answer.matches(kind)), kind);
    }
  }

  @Test
  void miniAimeAnswersAreIntegersFrom0To999() {
    PromptSet set = MiniMath.miniAime();
    assertEquals(30, set.size());
    for (Prompt prompt : set.prompts()) {
      int answer = Integer.parseInt(prompt.answer());
      assertTrue(0 <= answer && answer <= 999, prompt.text());
    }
  }

  /** If this fails on purpose, raise {@link MiniMath#VERSION} and train the base model anew. */
  @Test
  void contentOfTheTestSetsIsPinned() {
    assertEquals(
        "0e129c1f5bf5c32e692c0904ca3ec2d8203f97acd18fcf201b16807ae04dab5b",
        MiniMath.mini500().sha256());
    assertEquals(
        "05cb1d11528feab01d20e4707e3e4744b82dd15cea0c64f1d9db55e344bf36b9",
        MiniMath.miniAime().sha256());
    assertEquals("mini-500-001", MiniMath.mini500().prompts().get(0).id());
    assertEquals("mini-aime-030", MiniMath.miniAime().prompts().get(29).id());
  }

  @Test
  void trainingSetGrowsAtItsEndAndDependsOnTheSeed() {
    List<Prompt> few = MiniMath.train(20, 5).prompts();
    List<Prompt> more = MiniMath.train(50, 5).prompts();
    assertEquals(few, more.subList(0, 20));
    assertNotEquals(few.get(0).text(), MiniMath.train(1, 6).prompts().get(0).text());
  }

  @Test
  void promptsHaveTheTemplateAndEveryColumn() {
    Prompt prompt = MiniMath.mini500().prompts().get(0);
    assertEquals("Problem: " + prompt.column("problem") + "\nSolution:", prompt.text());
    assertEquals(
        Set.of("problem", "answer", "solution", "subject", "level", "family"),
        prompt.columns().keySet());
  }

  @Test
  void setsNameTheTemplateOfTheCatalogue() {
    TemplateId template = PromptTemplates.named("minimath").id();
    assertEquals(template, MiniMath.mini500().template());
    assertEquals(template, MiniMath.train(1, 1).template());
  }

  @Test
  void anEmptyTrainingSetIsRefused() {
    assertThrows(UserError.class, () -> MiniMath.train(0, 1));
  }

  @Test
  void everyFamilyIsDrawnInTraining() {
    Set<String> drawn =
        Stream.iterate(0, i -> i + 1)
            .limit(20_000)
            .map(i -> TrainProblems.at(2, i).family().name())
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(FamilyTest.families()), drawn);
  }
}
