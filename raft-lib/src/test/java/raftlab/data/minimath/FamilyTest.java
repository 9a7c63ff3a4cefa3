package raftlab.data.minimath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import raftlab.core.Seeds;

class FamilyTest {

  private static final int DRAWS = 2000;
  private static final Pattern ONE_OF_MANY =
      Pattern.compile(
          "(?<![\\d.])1 (apples|books|coins|cards|shells|stamps|pens|plums|dollars|hours|meters"
              + "|points|pages|people|students|shirts|hats|scarves|red and)\\b");

  static List<String> families() {
    return Families.ALL.stream().map(Family::name).toList();
  }

  @ParameterizedTest
  @MethodSource("families")
  void answerIsWhatAnIndependentRouteFinds(String name) {
    forEachDraw(
        name,
        problem -> {
          String answer = problem.solution().answer();
          assertTrue(oracleAccepts(problem, answer), () -> problem.question() + " " + answer);
        });
  }

  @ParameterizedTest
  @MethodSource("families")
  void aSlipLeadsToAWrongAnswer(String name) {
    forEachDraw(
        name,
        problem -> {
          String answer = Slips.wrong(problem, new Draw(7)).answer();
          assertFalse(oracleAccepts(problem, answer), () -> problem.question() + " " + answer);
        });
  }

  @ParameterizedTest
  @MethodSource("families")
  void questionIsShortAndGrammatical(String name) {
    forEachDraw(
        name,
        problem -> {
          String question = problem.question();
          assertTrue(question.split(" ").length <= 40, question);
          assertFalse(question.contains("$"), question);
          assertFalse(ONE_OF_MANY.matcher(question).find(), question);
          assertTrue(question.endsWith("?") || question.endsWith("."), question);
        });
  }

  @ParameterizedTest
  @MethodSource("families")
  void answerIsInLowestTermsAndSolutionIsShort(String name) {
    forEachDraw(
        name,
        problem -> {
          Solution solution = problem.solution();
          String answer = solution.answer();
          if (answer.contains("frac")) {
            Exact value = Exact.of(answer);
            assertEquals(1, Hand.gcd(value.numerator(), value.denominator()), answer);
          }
          assertTrue(solution.boxed().endsWith("\\boxed{" + answer + "}."), answer);
          assertTrue(solution.boxed().length() < 480, solution.boxed());
        });
  }

  @Test
  void familiesHaveDistinctNamesAndOracles() {
    assertEquals(Oracles.BY_FAMILY.keySet(), families().stream().collect(Collectors.toSet()));
    assertEquals(families().size(), Oracles.BY_FAMILY.size());
  }

  @Test
  void largerOperationsAreSplitByPlace() {
    Hand hand = new Hand(Operations.careful());
    hand.sum("", 47, 38);
    hand.diff("", 83, 47);
    hand.diff("", 38, 75);
    hand.sum("x =", -7, 12);
    hand.times("", 23, 4);
    hand.over("", 96, 4);
    assertEquals(
        List.of(
            "47 + 38 = 70 + 15 = 85.",
            "83 - 47 = 43 - 7 = 36.",
            "38 - 75 = -(75 - 38) = -(45 - 8) = -37.",
            "x = -7 + 12 = 12 - 7 = 5.",
            "23 * 4 = 80 + 12 = 92.",
            "96 / 4 = 20 + 4 = 24."),
        hand.steps());
  }

  @Test
  void aDroppedCarryIsCarriedOn() {
    Hand hand = new Hand(Operations.slipping(2, 0));
    long sum = hand.sum("", 47, 38);
    hand.times("", sum, 2);
    assertEquals(List.of("47 + 38 = 70 + 15 = 75.", "75 * 2 = 140 + 10 = 150."), hand.steps());
  }

  private static boolean oracleAccepts(Problem problem, String answer) {
    long[] numbers = problem.exercise().numbers().stream().mapToLong(Long::longValue).toArray();
    return Oracles.BY_FAMILY.get(problem.family().name()).accepts(numbers, answer);
  }

  private static void forEachDraw(String name, Consumer<Problem> check) {
    Family family =
        Families.ALL.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    for (int level = family.minLevel(); level <= family.maxLevel(); level++) {
      for (int i = 0; i < DRAWS; i++) {
        check.accept(family.make(new Draw(Seeds.derive(3, level, i)), level));
      }
    }
  }
}
