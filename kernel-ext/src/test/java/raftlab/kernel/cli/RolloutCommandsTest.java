package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.kernel.command.ExitCode;

/** Data sets, files and imported rollouts through the shell's door, without any model. */
class RolloutCommandsTest {

  @TempDir Path folder;
  private String out = "";
  private String err = "";

  /** Two problems, four samples each: 3 and 1 right; scores prefer a wrong one on the second. */
  @BeforeEach
  void importRollouts() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("peer.jsonl"),
            line("a", "4", "4 4 4 5", "true true true false", "2 3 1 0")
                + line("b", "7", "8 7 8 9", "false true false false", "1 2 3 0"));
    assertEquals(ExitCode.DONE, run("data import " + file + " --as real"), err);
  }

  private static String line(String id, String gold, String answers, String grades, String scores) {
    StringBuilder code = new StringBuilder();
    StringBuilder pred = new StringBuilder();
    for (String answer : answers.split(" ")) {
      code.append(",\"so \\\\boxed{").append(answer).append("}\"");
      pred.append(",\"").append(answer).append('"');
    }
    return "{\"idx\":\"%s\",\"question\":\"q %s\",\"level\":1,\"answer\":\"%s\",\"code\":[%s],"
            .formatted(id, id, gold, code.substring(1))
        + "\"pred\":[%s],\"score\":[%s],\"pred_score\":[[%s]]}\n"
            .formatted(pred.substring(1), grades.replace(" ", ","), scores.replace(" ", "],["));
  }

  private ExitCode run(String line) {
    ShellCalls shell = new ShellCalls(folder.resolve("workspace"));
    ExitCode code = shell.run(line.split(" "));
    out = shell.out;
    err = shell.err;
    return code;
  }

  private JsonObject last() {
    List<String> lines = out.lines().toList();
    return JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
  }

  @Test
  void aLimitCutsWhatIsImportedAndIsNoNegativeNumber() {
    String file = folder.resolve("peer.jsonl").toString();
    assertEquals(ExitCode.DONE, run("data import " + file + " --as one --limit 1"), err);
    assertEquals(ExitCode.DONE, run("score one --reward column:grade --as graded"), err);
    assertEquals(ExitCode.DONE, run("eval --set graded --by own --metrics pass@1"), err);
    assertEquals(0.75, value("pass@1"), 1e-12);
    assertEquals(ExitCode.USAGE, run("data import " + file + " --as none --limit -1"));
    assertTrue(err.contains("--limit -1 is not a number of prompts"), err);
  }

  private double value(String metric) {
    return last().get(metric).getAsDouble();
  }

  @Test
  void scoresByStoredScoreGradeAndVerifier() {
    assertEquals(ExitCode.DONE, run("score real --reward column:score --as s"), err);
    assertTrue(out.contains("s: mean reward 1.500 by stored:score over 8 completions"), out);
    assertEquals(ExitCode.DONE, run("score real --reward column:grade --as g"), err);
    assertTrue(out.contains("g: mean reward 0.500 by stored:grade"), out);
    assertEquals(ExitCode.DONE, run("score real --reward verifier --as v"), err);
    assertTrue(out.contains("v: mean reward 0.500 by verifier:math"), out);
  }

  @Test
  void aVerifiersBudgetIsPartOfTheReward() {
    assertEquals(ExitCode.DONE, run("reward quick --verifier math --budget 5"), err);
    assertEquals(ExitCode.DONE, run("score real --reward quick --as q"), err);
    assertTrue(out.contains("budget_ms=5"), out);
    assertEquals(ExitCode.FAILED, run("reward slow --verifier math --budget 0"));
    assertTrue(err.contains("budget_ms"), err);
  }

  @Test
  void aStoredVerdictIsFoundByTheNameThatItsFileGivesIt() {
    assertEquals(ExitCode.DONE, run("score real --reward column:correct --as c"), err);
    assertTrue(out.contains("c: mean reward 0.500 by stored:correct over 8 completions"), out);
  }

  @Test
  void warnsWhereTheBestOfAGroupIsWrong() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("half.jsonl"),
            line("a", "4", "4 4", "true true", "1 1")
                + line("b", "7", "8 8", "false false", "1 1"));
    assertEquals(ExitCode.DONE, run("data import " + file + " --as half"), err);
    assertEquals(ExitCode.DONE, run("score half --reward column:grade --as h"), err);
    assertEquals(ExitCode.DONE, run("select h --discard none"), err);
    assertTrue(err.contains("raft: note: 1 of 2 kept completions have the lowest reward, 0:"), err);
    assertTrue(err.contains("--min-reward 1 keeps only the best rewarded"), err);
    assertEquals(ExitCode.DONE, run("select h --discard none --min-reward 1"), err);
    assertTrue(!err.contains("lowest reward"), err);
  }

  @Test
  void equalSetsAreSaidToDifferInNothing() {
    run("score real --reward column:grade --as g");
    run("score real --reward column:grade --as g2");
    assertEquals(ExitCode.DONE, run("compare g g2"), err);
    assertTrue(out.contains("g minus g2: +0.000 (no interval, none: no problem differs)."), out);
    assertEquals("none: no problem differs", last().get("interval_method").getAsString());
  }

  @Test
  void evaluatesAScoredSetByEveryMetric() {
    run("score real --reward column:score --as s");
    String metrics = " --metrics pass@1,pass@2,maj@4,best@4";
    assertEquals(ExitCode.DONE, run("eval --set s" + metrics), err);
    assertEquals(0.5, value("pass@1"), 1e-12);
    assertEquals((1 + 0.5) / 2, value("pass@2"), 1e-12);
    assertEquals(0.5, value("maj@4"), 1e-12, "4 wins on a, 8 on b");
    assertEquals(0.5, value("best@4"), 1e-12, "the best of b is wrong");
    assertEquals("verifier:math", last().get("grader").getAsString());
    run("eval --set s --by column:grade" + metrics);
    assertEquals(0.5, value("best@4"), 1e-12);
    assertEquals("stored:grade", last().get("grader").getAsString());
  }

  @Test
  void takesTheFirstSamplesAndAnotherConfidence() {
    assertEquals(ExitCode.DONE, run("eval --set real --n 1 --ci 80"), err);
    assertEquals(0.5, value("pass@1"), 1e-12);
    assertEquals(0.8, value("confidence"), 1e-12);
    assertTrue(out.contains("80 % interval") && out.contains("wilson"), out);
  }

  @Test
  void saysWhatAMetricNeeds() {
    assertEquals(ExitCode.USAGE, run("eval --set real --metrics pass@32"));
    assertTrue(
        err.contains(
            "--metrics pass@32 needs at least 32 samples per problem, the set has 4.  Use pass@4."),
        err);
    assertEquals(ExitCode.FAILED, run("eval --set real --metrics best@4"));
    assertTrue(err.contains("best@k needs rewards to choose by"), err);
    assertEquals(ExitCode.USAGE, run("eval --set real --metrics pas@4"));
    assertTrue(err.contains("Did you mean pass?"), err);
    run("score real --reward column:score --as s");
    assertEquals(ExitCode.FAILED, run("eval --set s --by own"));
    assertTrue(err.contains("stored:score gives no verdicts"), err);
    assertEquals(ExitCode.FAILED, run("score real --reward column:scor"));
    assertTrue(err.contains("Columns of its completions: extracted, grade, score"), err);
  }

  @Test
  void comparesSetsAndTellsScriptsOfADifference() throws IOException {
    StringBuilder better = new StringBuilder();
    StringBuilder worse = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      better.append(line("p" + i, "4", "4 4", "true true", "1 1"));
      worse.append(line("p" + i, "4", i < 2 ? "4 4" : "5 4", "true true", "1 1"));
    }
    Files.writeString(folder.resolve("better.jsonl"), better);
    Files.writeString(folder.resolve("worse.jsonl"), worse);
    run("data import " + folder.resolve("better.jsonl") + " --as a");
    run("data import " + folder.resolve("worse.jsonl") + " --as b");
    assertEquals(ExitCode.DIFFERENT, run("compare a b --assert"), err);
    assertEquals(List.of(10, 2, 0), counts());
    assertEquals(5 / 12.0, value("difference"), 1e-12);
    assertEquals(2 / 1024.0, value("p"), 1e-12);
    assertEquals(10, last().getAsJsonObject("win_counts").get("a").getAsInt());
    assertEquals(ExitCode.DONE, run("compare a b --by column:grade --assert"), err);
    assertEquals(List.of(0, 12, 0), counts());
    assertEquals(ExitCode.FAILED, run("compare a real"));
    assertTrue(err.contains("are not the same problems"), err);
  }

  private List<Integer> counts() {
    return List.of(
        last().get("wins").getAsInt(),
        last().get("ties").getAsInt(),
        last().get("losses").getAsInt());
  }

  @Test
  void plotsSetsAsTextAndIntoFiles() throws IOException {
    run("score real --reward column:score --as s");
    for (String kind : List.of("rewards", "length", "groups", "passk", "levels")) {
      Path file = folder.resolve(kind + ".svg");
      assertEquals(ExitCode.DONE, run("plot " + kind + " --set s --save " + file), err);
      assertTrue(Files.readString(file).contains("<svg"), kind);
      assertTrue(out.contains("█"), out);
    }
    run("plot rewards --set s");
    assertTrue(out.startsWith("Reward stored:score of 4 right and 4 wrong answers"), out);
    run("score real --reward verifier --as v");
    assertEquals(ExitCode.DONE, run("plot wins --before s --after v --by verifier"), err);
    assertTrue(out.contains("tie"), out);
    assertEquals(ExitCode.FAILED, run("plot passk"));
    assertTrue(err.contains("Give a set: plot passk --set NAME"), err);
  }

  @Test
  void selectsByTheStoredScore() {
    run("score real --reward column:score --as s");
    assertEquals(ExitCode.DONE, run("select s --rule best-of-k --as best"), err);
    assertTrue(out.contains("2 of 8 kept"), out);
  }

  @Test
  void readsPromptsOfOnesOwnFiles() throws IOException {
    Path csv = folder.resolve("own.csv");
    Files.writeString(csv, "question,solution\n\"2+2, please\",4\n3+3,6\n");
    assertEquals(ExitCode.FAILED, run("data own --from " + csv));
    assertTrue(
        err.contains(
            "line 2 of own.csv has no column \"answer\".  Columns: question, solution.  Use"
                + " --answer solution."),
        err);
    assertEquals(ExitCode.DONE, run("data own --from " + csv + " --answer solution"), err);
    assertTrue(out.contains("own: 2 prompts from own.csv"), out);
    assertTrue(out.contains("2+2, please"), out);
    assertEquals(ExitCode.DONE, run("data own --from " + csv + " --answer - --limit 1"), err);
    assertTrue(out.contains("own: 1 prompt"), out);
  }

  @Test
  void neverShowsOrStoresTheRowsOfAUserCopy() throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "Record ID,Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,"
                + "Incorrect Answer 3,High-level domain\n");
    for (int i = 0; i < 198; i++) {
      rows.append("r").append(i).append(",secret question,right,x,y,z,Physics\n");
    }
    Path csv = Files.writeString(folder.resolve("gpqa.csv"), rows);
    assertEquals(ExitCode.FAILED, run("data g --from " + csv));
    assertTrue(err.contains("its rows be kept out of files"), err);
    assertTrue(!out.contains("secret") && !err.contains("secret"), out + err);
  }

  @Test
  void listsTheDataSetsAndSaysWhatIsMissing() {
    assertEquals(ExitCode.DONE, run("data list"), err);
    assertTrue(out.contains("github.com/hkust-nlp/simpleRL-reason@cf1c7858"), out);
    assertEquals(18, last().getAsJsonArray("datasets").size());
    assertEquals(ExitCode.FAILED, run("data fetch gpqa_diamond"));
    assertTrue(err.contains("gpqa_diamond is not fetched: it is user-copy"), err);
    assertEquals(ExitCode.FAILED, run("data verify math5"));
    assertTrue(err.contains("Did you mean math500?"), err);
    assertEquals(ExitCode.FAILED, run("data import math500"));
    assertTrue(err.contains("math500 holds prompts, not completions"), err);
    assertEquals(ExitCode.USAGE, run("data fetch"));
    assertTrue(err.contains("data fetch needs a name"), err);
  }
}
