package raftlab.verify;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No text makes a verdict throw or take much memory, as gold or as answer. Memory is counted for
 * the thread, and work by the steps of the budget; the time of each case is measured by {@code
 * tests/bench/verifier}.
 */
class HostileInputTest {

  /** The requirement; nothing comes near it. */
  private static final long MOST_BYTES = 64L << 20;

  private static final Verifier VERIFIER = Verifier.of(Profile.DEFAULT);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TestFactory
  Stream<DynamicTest> answersStayWithinTheirBudgets() {
    return HostileCases.answers().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())));
  }

  private static void check(String text) {
    bounded(() -> VERIFIER.verifyAnswer(text, "5"));
    bounded(() -> VERIFIER.verifyAnswer("5", text));
    bounded(() -> VERIFIER.verifyAnswer(text + "+1", text));
    bounded(() -> VERIFIER.verifyAnswer(text, "(" + text + ")"));
    bounded(() -> VERIFIER.verify("so \\boxed{" + text + "}", text));
    Verdict same = bounded(() -> VERIFIER.verifyAnswer(text, text));
    assertNotEquals(Outcome.DIFFERENT, same.outcome(), same.reason());
  }

  @TestFactory
  Stream<DynamicTest> responsesOfAMegabyteStayWithinTheirBudgets() {
    List<Verifier> verifiers =
        Stream.of("default", "multiple-choice", "rho", "tora", "mmlu-pro-script", "math-verify")
            .map(name -> Verifier.of(Profile.named(name).with("reasoning", "cut")))
            .toList();
    Map<String, String> cases = HostileCases.responses();
    return cases.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    "[" + entry.getKey().strip() + "]",
                    () -> verifiers.forEach(v -> bounded(() -> v.verify(entry.getValue(), "5")))));
  }

  private static Verdict bounded(Supplier<Verdict> work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Verdict verdict = work.get();
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes");
    return verdict;
  }

  @Test
  void workEndsWithTheStepsThatAreGranted() {
    Budget budget = new Budget(100);
    budget.spend(100);
    Budget.Exceeded thrown =
        org.junit.jupiter.api.Assertions.assertThrows(Budget.Exceeded.class, () -> budget.spend(1));
    assertEquals("evaluation steps", thrown.getMessage());
    Verifier least = Verifier.of(Profile.DEFAULT.with("budget_ms", "1"));
    Verdict verdict = least.verifyAnswer(HostileCases.answers().get("many sums"), "5");
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertTrue(verdict.reason().contains("evaluation steps"), verdict.reason());
  }

  @Test
  void ordinaryAnswersAllocateLittle() {
    String response = "We add the two and get $12+30=42$.\n\nThe answer is \\boxed{42}.";
    for (int i = 0; i < 20_000; i++) {
      VERIFIER.verify(response, "42");
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1_000; i++) {
      VERIFIER.verify(response, "42");
    }
    long each = (THREADS.getCurrentThreadAllocatedBytes() - before) / 1_000;
    assertTrue(each < 1_200, () -> each + " bytes");
  }

  @Test
  void largeNumbersAreToldApartWithoutBeingFormed() {
    assertAll(
        () -> assertOutcome(Outcome.DIFFERENT, "7^{8^{9^{10}}}", "7^{8^{9^{11}}}"),
        () -> assertOutcome(Outcome.EQUAL, "7^{8^{9^{10}}}", "7^{8^{9^{10}}}"),
        () -> assertOutcome(Outcome.DIFFERENT, "10^{10^9}", "5"),
        () -> assertOutcome(Outcome.EQUAL, "3, 2, 1", "1, 2, 3"));
  }

  /** Found by the fuzzer: both are zero in double precision wherever they are finite. */
  @Test
  void valuesTooSmallForDoublePrecisionDoNotAgreeByThat() {
    assertNotEquals(Outcome.EQUAL, VERIFIER.verifyAnswer("x^{2^{2^5}}", "x^{2^{3^4}}").outcome());
    assertNotEquals(Outcome.EQUAL, VERIFIER.verifyAnswer("x^{-10^9}", "x^{-10^8}").outcome());
  }

  @Test
  void longTextsAreReadAsFarAsTheyHoldAnAnswer() {
    String flood = "$".repeat(1 << 20);
    assertEquals(Outcome.EQUAL, VERIFIER.verify("\\boxed{42}" + flood, "42").outcome());
    assertEquals(Outcome.EQUAL, VERIFIER.verify(flood + "The answer is 42.", "42").outcome());
    String digits = "7".repeat(100_000);
    assertEquals(Outcome.EQUAL, VERIFIER.verifyAnswer(digits, digits).outcome());
    assertEquals(Outcome.UNKNOWN, VERIFIER.verifyAnswer(digits + "8", digits).outcome());
  }

  private static void assertOutcome(Outcome outcome, String gold, String answer) {
    assertEquals(outcome, VERIFIER.verifyAnswer(answer, gold).outcome());
  }
}
