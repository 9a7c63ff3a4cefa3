package raftlab.kernel.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rewards written in cells. */
class RewardCellTest extends KernelTestCase {

  /** Rollouts made by hand: no model is needed to score. */
  @BeforeAll
  static void rollouts() {
    execSuccess(
        """
        Prompt two = new Prompt("p1", "1 + 1?", Map.of("answer", "2"));
        Prompt five = new Prompt("p2", "2 + 3?", Map.of("answer", "5"));
        var r = new RolloutSet("r", "by hand", SamplingSettings.of(2, 8, 1), List.of(
            new Rollout(two, List.of(
                Completion.imported(0, "It is \\\\boxed{2}."), Completion.imported(1, "Hm."))),
            new Rollout(five, List.of(
                Completion.imported(0, "So \\\\boxed{6}."), Completion.imported(1, "\\\\boxed{5}")))));
        """);
  }

  private static String mean(String reward) {
    return execSuccess(
        "ScoredSet s = %raft score r --reward " + reward + "\ns.mean() + \" \" + s.skippedCount()");
  }

  @Test
  void aLambdaSeesThePromptsColumnsAndTheVariablesOfTheNotebook() {
    execSuccess("double bonus = 0.5;");
    execSuccess(
        """
        %%raft reward seeing
        // a comment first
        (p, c) -> {
          boolean right = c.text().contains("{" + p.column("answer") + "}");
          return right ? 1 + bonus : 0;
        };
        """);
    assertEquals("0.75 0", mean("seeing"));
  }

  @Test
  void aFailingLambdaIsSkippedWithItsReasonAndNeverZero() {
    execSuccess(
        """
        %%raft reward failing
        (p, c) -> {
          if (c.sampleIndex() == 1) throw new java.io.IOException("no luck");
          return 4;
        }
        """);
    assertEquals("4.0 2", mean("failing"));
    assertTrue(
        execShown("%raft score r --reward failing")
            .text()
            .contains("2 skipped: IOException: no luck"));
  }

  @Test
  void aNumberThatIsNoneIsSkipped() {
    execSuccess(
        "%%raft reward nan\n(p, c) -> c.sampleIndex() == 0 ? 0.0 / 0 : p.id().equals(\"p1\") ? 1.0 / 0 : 3");
    assertEquals("3.0 3", mean("nan"));
  }

  @Test
  void aColumnThatIsNotThereEndsTheScoringWithTheColumnsThereAre() {
    execSuccess("%%raft reward column\n(p, c) -> p.column(\"answr\").length()");
    String error = execError("%raft score r --reward column");
    assertTrue(error.startsWith("raft: prompt p"), error);
    assertTrue(
        error.endsWith("has no column \"answr\".  Columns: answer.  Did you mean answer?"), error);
  }

  @Test
  void aCompileErrorNamesTheLineOfTheBody() {
    assertEquals(
        """
        raft: the body is no Java lambda of the form (p, c) -> number
        line 2 of the body:
            int x = "a";
                    ^
        incompatible types: java.lang.String cannot be converted to int""",
        execError("%%raft reward wrong\n(p, c) -> {\n  int x = \"a\";\n  return x;\n}"));
  }

  @Test
  void anUnfinishedBodyNamesItsLine() {
    String error = execError("%%raft reward wrong\n(p, c) -> {\n  return 1\n");
    assertTrue(error.contains("line 2 of the body:\n    return 1\n"), error);
    assertTrue(error.contains("';' expected"), error);
  }

  @Test
  void aCommentAsInPythonIsExplainedInOneSentence() {
    assertEquals(
        "raft: line 1: in Java a comment starts with //, not with #.", execError("# a comment"));
    assertTrue(
        execError("%%raft reward wrong\n# half\n(p, c) -> 0.5")
            .contains("line 1 of the body: in Java a comment starts with //, not with #."));
  }

  @Test
  void aLambdaOfPlainJavaIsFoundByItsVariable() {
    execSuccess("RewardFunction quarter = Raft.reward((prompt, completion) -> 0.25);");
    assertEquals("0.25 0", mean("quarter"));
  }

  @Test
  void seesLaterValuesOfVariablesButMethodsAsTheyWere() {
    execSuccess("double factor = 1;\ndouble scaled(double x) { return 10 * x; }");
    execSuccess("%%raft reward late\n(p, c) -> scaled(factor)");
    assertEquals("10.0 0", mean("late"));
    execSuccess("factor = 2;\ndouble scaled(double x) { return 1000 * x; }");
    assertEquals("20.0 0", mean("late"));
  }

  @Test
  void sumsRewardsAndRulesAndKeepsThemAsTheyAre() {
    execSuccess("%%raft reward a\n(p, c) -> c.sampleIndex()");
    execSuccess("%raft reward mix --sum a=1,format=0.5,exact=2 -q");
    // a: 0 1 0 1; format: 1 0 1 1; exact: 1 0 0 1
    assertEquals("1.875 0", mean("mix"));
    execSuccess("%%raft reward a\n(p, c) -> 100");
    assertEquals("1.875 0", mean("mix"));
  }

  @Test
  void rulesScoreAsTheySay() {
    execSuccess("%raft reward e --rule exact --range pm1 -q");
    assertEquals("0.0 0", mean("e"));
    execSuccess("%raft reward f --rule format -q");
    assertEquals("0.75 0", mean("f"));
    execSuccess("%raft reward l --rule length --longest 16 --margin 1 -q");
    // lengths in characters: 16 3 13 9
    assertEquals("-0.25 0", mean("l"));
    execSuccess("%raft reward v --verifier math -q");
    assertEquals("0.5 0", mean("v"));
  }

  @Test
  void showsATrialOnThreeCompletionsWithReasons() {
    Shown shown = execShown("%raft reward tried --rule exact");
    String[] lines = shown.text().split("\n");
    assertEquals(
        "tried: 1 if the boxed text is the reference text, else 0; a failure skips the completion",
        lines[0]);
    assertTrue(lines[1].startsWith("trial on"), shown.text());
    assertEquals(6, lines.length, shown.text());
    assertTrue(lines[4].contains("no \\boxed{} in the response"), shown.text());
    assertTrue(shown.html().contains("<table>"), shown.html());
    assertEquals(
        lines[0], execSuccess("RewardFunction t = %raft reward tried --rule exact\nt.toString()"));
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    assertEquals(
        "raft: a reward is made in one way, not by --rule and --sum.  Leave all but one out; --sum"
            + " combines several rewards.",
        execError("%raft reward x --rule exact --sum exact=1"));
    assertEquals(
        "raft: --range pm1 has no meaning for --rule format.  It maps right and wrong answers.  Leave"
            + " it out, or use --rule exact, --rule boxed or --verifier.",
        execError("%raft reward x --rule format --range pm1"));
    assertEquals(
        "raft: --rule exct is not a rule.  Did you mean exact?",
        execError("%raft reward x --rule exct"));
    assertTrue(
        execError("%raft score r --reward exct").startsWith("raft: no reward named \"exct\"."));
    assertEquals(
        "raft: --rule regex needs a pattern.  Write it into a file and give --pattern FILE.",
        execError("%raft reward x --rule regex"));
  }
}
