package raftlab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.core.SamplingSettings;
import raftlab.core.TemplateId;
import raftlab.core.TokenTrace;
import raftlab.core.UserError;
import raftlab.reward.AnswerCheck;
import raftlab.reward.CheckedAnswer;
import raftlab.reward.GraderId;
import raftlab.reward.VerifierCheck;
import raftlab.verify.Profile;
import raftlab.verify.Verifier;

class EvaluatorTest {

  private static final AnswerCheck CHECK =
      (response, gold) -> {
        if (response.equals("crash")) {
          throw new IllegalStateException("parser");
        }
        var outcome =
            response.equals("?")
                ? CheckedAnswer.Outcome.UNKNOWN
                : response.equals(gold)
                    ? CheckedAnswer.Outcome.CORRECT
                    : CheckedAnswer.Outcome.WRONG;
        return new CheckedAnswer(outcome, response, "compared");
      };

  private static final TemplateId TEMPLATE = new TemplateId("hand", "0123456789abcdef");

  private static final Evaluator EVALUATOR = new Evaluator(CHECK);

  @Test
  void measuresASampledPolicy() {
    EvalReport report = evaluate(List.of(2, 4), "1 1 2 2", "1 2 2 2");
    assertEquals(0.375, report.passAt1().value(), 1e-12);
    assertEquals(report.passAt1(), report.metric("pass@1"));
    assertEquals((5 / 6.0 + 0.5) / 2, report.metric("pass@2").value(), 1e-12);
    assertEquals(1, report.metric("pass@4").value(), 1e-12);
    assertEquals(0.25, report.metric("maj@4").value(), 1e-12);
    assertEquals(
        List.of("pass@1", "pass@2", "pass@4", "maj@2", "maj@4"),
        List.copyOf(report.metrics().keySet()));
    assertEquals(
        List.of(new ProblemOutcome("p0", 2, 4), new ProblemOutcome("p1", 1, 4)), report.problems());
    assertEquals(List.of("policy", "mini", "abc", "check"), names(report));
  }

  @Test
  void explainsTheNumberByTemplateProfileOptionsAndVersion() {
    Profile profile = Profile.named("minerva").with("percent", "value");
    EvalReport report = evaluate(new Evaluator(VerifierCheck.of(profile)), List.of(), "1 2");
    assertEquals(TEMPLATE, report.provenance().template());
    assertEquals(
        new GraderId("minerva", Map.of("percent", "value"), Verifier.VERSION),
        report.provenance().grader());
    assertEquals(
        "prompt template hand (0123456789ab); grader profile minerva with percent=value, version "
            + Verifier.VERSION,
        report.provenance().toString());
  }

  @Test
  void doesNotKnowTheVersionOfAnotherChecker() {
    EvalReport report = evaluate(List.of(), "1 2");
    assertEquals(new GraderId("check", Map.of(), "unknown"), report.provenance().grader());
  }

  private static List<String> names(EvalReport report) {
    return List.of(report.policyId(), report.data(), report.dataSha256(), report.grader());
  }

  @Test
  void countsUndecidedAndFailedChecksAsWrongAndShowsTheirShare() {
    EvalReport report = evaluate(List.of(), "1 ? crash 2", "1 1 1 1");
    assertEquals((0.25 + 1) / 2, report.passAt1().value(), 1e-12);
    assertEquals(0.25, report.metric("unknown_ratio").value(), 1e-12);
    assertEquals(1 / 8.0, report.unparsableRatio(), 1e-12);
  }

  @Test
  void breaksPassAt1DownByLevelAndSubject() {
    EvalReport report = evaluate(List.of(), "1 1", "2 2", "1 2");
    assertEquals(Set.of("0", "1"), report.byLevel().keySet());
    assertEquals(0.75, report.byLevel().get("0").value(), 1e-12);
    assertEquals(0, report.byLevel().get("1").value(), 1e-12);
    assertEquals(Map.of(), report.bySubject());
  }

  @Test
  void reportsTruncationAndLength() {
    EvalReport report = evaluate(List.of(), "1 234", "1 1");
    assertEquals(0.25, report.truncatedRatio(), 1e-12);
    assertEquals(1.5, report.meanLength(), 1e-12);
  }

  @Test
  void refusesMoreThanWasSampledBeforeSampling() {
    Sampler never =
        (prompts, settings, context) -> {
          throw new AssertionError("sampled");
        };
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                EVALUATOR.evaluate(
                    never, prompts(1), settings(16), List.of(32), RunContext.quiet()));
    assertEquals(
        "--metrics pass@32 needs at least 32 samples per problem, --n is 16."
            + "  Use --n 32 or pass@16.",
        error.getMessage());
  }

  @Test
  void refusesPromptsWithoutAnswer() {
    PromptSet set = new PromptSet("x", "test", "", List.of(new Prompt("a", "?", Map.of())));
    assertThrows(
        UserError.class,
        () -> EVALUATOR.evaluate(sampler("1"), set, settings(1), List.of(), RunContext.quiet()));
  }

  @Test
  void namesTheMetricsThereAreForAnUnknownOne() {
    EvalReport report = evaluate(List.of(), "1 2");
    UserError error = assertThrows(UserError.class, () -> report.metric("pass@7"));
    assertTrue(error.getMessage().contains("Did you mean pass@1?"), error.getMessage());
  }

  @Test
  void comparesTwoPoliciesProblemByProblem() {
    EvalReport a = evaluate(List.of(), "1 1", "1 2", "2 2", "1 1");
    EvalReport b = evaluate(List.of(), "1 2", "1 2", "1 2", "2 2");
    PairedComparison comparison = PairedComparison.of(a, b);
    assertEquals(0.25, comparison.difference().value(), 1e-12);
    assertEquals(List.of(2, 1, 1), counts(comparison));
    assertEquals(1, comparison.signTest(), 1e-12);
    assertEquals(-0.25, PairedComparison.of(b, a).difference().value(), 1e-12);
  }

  private static List<Integer> counts(PairedComparison comparison) {
    return List.of(comparison.wins(), comparison.ties(), comparison.losses());
  }

  @Test
  void refusesToCompareDifferentProblems() {
    EvalReport a = evaluate(List.of(), "1 1", "1 2");
    EvalReport b = evaluate(List.of(), "1 2");
    String message = assertThrows(UserError.class, () -> PairedComparison.of(a, b)).getMessage();
    assertTrue(message.contains("2 against 1 problems"), message);
  }

  private static EvalReport evaluate(List<Integer> ks, String... answers) {
    return evaluate(EVALUATOR, ks, answers);
  }

  private static EvalReport evaluate(Evaluator evaluator, List<Integer> ks, String... answers) {
    return evaluator.evaluate(
        sampler(answers),
        prompts(answers.length),
        settings(answers[0].split(" ").length),
        ks,
        RunContext.quiet());
  }

  private static SamplingSettings settings(int k) {
    return SamplingSettings.of(k, 8, 1);
  }

  private static PromptSet prompts(int count) {
    List<Prompt> prompts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      prompts.add(new Prompt("p" + i, "?", Map.of("answer", "1", "level", "" + i % 2)));
    }
    return new PromptSet("mini", "test", "abc", TEMPLATE, prompts);
  }

  private static Sampler sampler(String... answers) {
    return (prompts, settings, context) -> {
      List<Rollout> rollouts = new ArrayList<>();
      for (int p = 0; p < prompts.size(); p++) {
        List<Completion> completions = new ArrayList<>();
        for (String text : answers[p].split(" ")) {
          FinishReason finish = text.length() == 3 ? FinishReason.LENGTH : FinishReason.END;
          completions.add(new Completion(completions.size(), text, TokenTrace.NONE, finish));
        }
        rollouts.add(new Rollout(prompts.prompts().get(p), completions));
      }
      return new RolloutSet("r", "policy", settings, rollouts);
    };
  }
}
