package raftlab.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.core.TemplateId;
import raftlab.core.UserError;
import raftlab.data.PromptTemplates;
import raftlab.eval.Provenance;
import raftlab.files.Hashes;
import raftlab.reward.GraderId;
import raftlab.verify.Profile;
import raftlab.verify.Verifier;

class GradingTest {

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("in.jsonl"), String.join("\n", lines));
  }

  private GradeReport grade(Path in, GradeFields fields, boolean strict, int threads) {
    return Grading.run(
        new GradeRequest(
            in,
            Optional.of(out()),
            GradedSource.of(in.toString()),
            fields,
            Profile.DEFAULT,
            strict,
            threads),
        RunContext.quiet());
  }

  private GradeReport grade(String... lines) throws IOException {
    return grade(file(lines), GradeFields.UNNAMED, false, 1);
  }

  private Path out() {
    return folder.resolve("out.jsonl");
  }

  private List<JsonObject> written() throws IOException {
    List<JsonObject> rows = new ArrayList<>();
    for (String line : Files.readString(out()).split("\n")) {
      rows.add(JsonParser.parseString(line).getAsJsonObject());
    }
    return rows;
  }

  @Test
  void takesATextBesideItsValueForOneGold() throws IOException {
    grade(
        "{\"gold\":[\"1.5\",1.5],\"answer\":\"3/2\"}",
        "{\"gold\":[\"[4, 2]\",[4,2]],\"answer\":\"[4,2]\"}",
        "{\"gold\":[\"(c)\",null],\"answer\":\"(c)\"}",
        "{\"gold\":[\"4e-05\",4e-05],\"answer\":\"0.00004\"}",
        "{\"gold\":[\"1\",2],\"answer\":\"2, 1\"}",
        "{\"gold\":[\"1\",\"1\"],\"answer\":\"1\"}");
    assertEquals(
        List.of("correct", "correct", "correct", "correct", "correct", "wrong"),
        written().stream().map(row -> row.get("verdict").getAsString()).toList());
  }

  @Test
  void explainsTheNumberByTemplateProfileOptionsAndVersion() throws IOException {
    Path in = file("{\"gold\":1,\"answer\":\"1\"}");
    GradedSource source = new GradedSource(in.toString(), "", "", "", "boxed", "");
    GradeRequest request =
        new GradeRequest(
            in,
            Optional.of(out()),
            source,
            GradeFields.UNNAMED,
            Profile.named("minerva").with("percent", "value"),
            false,
            1);
    Provenance provenance = Grading.run(request, RunContext.quiet()).provenance();
    assertEquals(PromptTemplates.named("boxed").id(), provenance.template());
    assertEquals(
        new GraderId("minerva", Map.of("percent", "value"), Verifier.VERSION), provenance.grader());
    assertEquals(provenance, GradedFile.read(out()).orElseThrow().provenance());
  }

  @Test
  void takesATemplateThatIsNotBuiltInByItsName() {
    GradedSource source = new GradedSource("f", "", "", "", "their own", "");
    assertEquals(new TemplateId("their own", ""), source.templateId());
    assertEquals(TemplateId.UNKNOWN, GradedSource.of("f").templateId());
  }

  @Test
  void readsReportsThatDoNotExplainTheirNumber() throws IOException {
    grade("{\"gold\":1,\"answer\":\"1\"}");
    Path summary = GradedFile.summary(out());
    JsonObject old = JsonParser.parseString(Files.readString(summary)).getAsJsonObject();
    old.remove("provenance");
    Files.writeString(summary, old.toString());
    assertEquals(Provenance.UNKNOWN, GradedFile.read(out()).orElseThrow().provenance());
  }

  @Test
  void gradesEveryDevelopmentCaseRight() throws IOException {
    List<JsonObject> cases = new ArrayList<>();
    Path in = folder.resolve("cases.jsonl");
    try (InputStream stream = Profile.class.getResourceAsStream("cases.jsonl")) {
      Files.write(in, stream.readAllBytes());
    }
    for (String line : Files.readString(in).strip().split("\n")) {
      cases.add(JsonParser.parseString(line).getAsJsonObject());
    }
    GradeReport report = grade(in, GradeFields.UNNAMED, true, 2);
    assertEquals(111, report.graded());
    assertEquals(
        Map.of(
            "gold from \"gold\", bare answer from \"answer\"", 96L,
            "gold from \"gold\", response from \"response\"", 15L),
        report.fields());
    List<JsonObject> rows = written();
    for (int i = 0; i < cases.size(); i++) {
      assertEquals(cases.get(i).get("id"), rows.get(i).get("id"));
      requireExpected(cases.get(i), rows.get(i));
    }
  }

  private static void requireExpected(JsonObject given, JsonObject row) {
    String verdict = row.get("verdict").getAsString();
    boolean anythingButCorrect =
        List.of("stress", "malformed").contains(given.get("type").getAsString());
    if (given.get("expected").isJsonNull()) {
      assertEquals("unknown", verdict, row::toString);
    } else if (given.get("expected").getAsBoolean()) {
      assertEquals("correct", verdict, row::toString);
    } else if (anythingButCorrect) {
      assertFalse(verdict.equals("correct"), row::toString);
    } else {
      assertEquals("wrong", verdict, row::toString);
    }
    if (given.has("extracted")) {
      assertEquals(given.get("extracted"), row.get("extracted"));
    }
  }

  @Test
  void writesOneLinePerRowWithWhatDecidedIt() throws IOException {
    grade("{\"id\":\"a\",\"gold\":\"1/2\",\"response\":\"So \\\\boxed{0.5}\"}");
    assertEquals(
        "{\"id\":\"a\",\"verdict\":\"correct\",\"extracted\":\"0.5\",\"reason\":\"Both are the same"
            + " number.\",\"method\":\"rational\",\"found\":\"box\",\"line\":1}\n",
        Files.readString(out()));
  }

  @Test
  void writesArraysWhereTheResponseIsOne() throws IOException {
    GradeReport report =
        grade(
            "{\"gold\":5,\"responses\":[\"\\\\boxed{5}\",\"\\\\boxed{6}\",\"\\\\boxed{5}\",null]}");
    JsonObject row = written().get(0);
    assertEquals("[\"correct\",\"wrong\",\"correct\",\"skipped\"]", row.get("verdict").toString());
    assertEquals(1, row.get("id").getAsInt());
    assertEquals(2 / 3.0, report.passAt1().value(), 1e-12);
    assertEquals(1, report.passAtK().get(2).value(), 1e-12);
    assertEquals(1, report.majAtK().get(3).value());
    assertEquals(0, report.unparsable());
    assertEquals(3, report.graded());
    assertEquals(1, report.wrong());
    assertEquals(1, report.skipped());
    assertEquals(0, report.broken());
    assertEquals(List.of("line 1 of in.jsonl: 1 of its 4 responses is null"), report.brokenRows());
  }

  @Test
  void aRowOfNothingButNullIsNotGraded() throws IOException {
    GradeReport report =
        grade(
            "{\"gold\":5,\"responses\":[\"\\\\boxed{5}\",\"6\"]}",
            "{\"gold\":5,\"responses\":[null,{\"content\":null}]}");
    assertEquals(1, report.broken());
    assertEquals(0, report.skipped());
    assertEquals(2, report.graded());
    assertEquals(
        List.of("line 2 of in.jsonl: its field \"responses\" holds nothing but null"),
        report.brokenRows());
  }

  @Test
  void keepsTheDigitsOfANumberThatADoubleWouldRound() throws IOException {
    GradeReport report =
        grade(
            "{\"gold\":98765432109876543,\"answer\":\"98765432109876544\"}",
            "{\"gold\":98765432109876543,\"answer\":\"98765432109876543\"}",
            "{\"gold\":0.12345678901234567891,\"answer\":\"0.12345678901234567891\"}");
    assertEquals(2, report.correct());
  }

  @Test
  void takesGoldsOfEveryKind() throws IOException {
    GradeReport report =
        grade(
            "{\"gold\":true,\"answer\":\"True\"}",
            "{\"gold\":[1,2],\"answer\":\"2, 1\"}",
            "{\"gold\":[[1,2],[3,4]],\"answer\":\"(3,4), (1,2)\"}",
            "{\"gold\":[\"\\\\frac12\"],\"answer\":\"0.5\"}",
            "{\"answer\":\"so it is #### 7\",\"response\":\"The answer is 7.\"}",
            "{\"solution\":\"hence \\\\boxed{8}\",\"completion\":\"#### 8\"}");
    assertEquals(6, report.correct());
  }

  @Test
  void leavesARowWithoutGoldUndecided() throws IOException {
    assertEquals(1, grade("{\"gold\":null,\"answer\":\"5\"}").unknown());
  }

  @Test
  void reportsBrokenRowsByNumberAndGradesTheRest() throws IOException {
    GradeReport report =
        grade(
            "{\"gold\":1,\"answer\":\"1\"}",
            "",
            "{\"gold\":1,",
            "[1]",
            "{\"gold\":1}",
            "{\"gold\":1,\"answer\":\"1\",\"options\":{\"percnt\":\"value\"}}",
            "{\"gold\":2,\"answer\":\"2\",\"score\":NaN}");
    assertEquals(2, report.graded());
    assertEquals(4, report.broken());
    assertEquals(
        List.of(
            "line 3 of in.jsonl: it is not a JSON object: it ends too early",
            "line 4 of in.jsonl: it is not a JSON object: it is a bare value",
            "line 5 of in.jsonl: it has no response that is known by its name (columns: gold); use"
                + " --response FIELD",
            "line 6 of in.jsonl: there is no verifier option \"percnt\".  Did you mean percent?"),
        report.brokenRows());
    assertEquals(7, written().get(1).get("line").getAsInt());
  }

  @Test
  void doesNotGradeARowWhoseResponseIsNull() throws IOException {
    GradeReport report = grade("{\"gold\":1,\"response\":\"1\"}", "{\"gold\":1,\"response\":null}");
    assertEquals(1, report.graded());
    assertEquals(0, report.wrong());
    assertEquals(
        List.of("line 2 of in.jsonl: its field \"response\" is null: there is no response"),
        report.brokenRows());
  }

  @Test
  void saysThatTheMeanOverProblemsIsNotTheShareOfResponses() throws IOException {
    GradeReport report =
        grade(
            "{\"gold\":1,\"response\":[\"#### 1\",\"#### 2\",\"#### 3\"]}",
            "{\"gold\":1,\"response\":\"#### 1\"}");
    assertEquals(
        "pass@1 66.7 % on in.jsonl, the mean over 2 problems of different size: 2 of 4 responses"
            + " correct, 0 unknown",
        report.toString());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void readsAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    String rows = "{\"gold\":1,\"response\":\"#### 1\"}\n".repeat(5000);
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out = new FileOutputStream(pipe.toFile())) {
                out.write(rows.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    GradeReport report = grade(pipe, GradeFields.UNNAMED, false, 1);
    writer.join();
    assertEquals(5000, report.correct());
    assertEquals(Hashes.sha256(rows), report.source().sha256());
  }

  @Test
  void stopsAtTheFirstBrokenRowUnderStrictAndWritesNothing() throws IOException {
    Path in = file("{\"gold\":1,\"answer\":\"1\"}", "{");
    UserError error = assertThrows(UserError.class, () -> grade(in, GradeFields.UNNAMED, true, 1));
    assertTrue(error.getMessage().startsWith("line 2 of in.jsonl cannot be graded"));
    assertFalse(Files.exists(out()));
  }

  @Test
  void saysWhichFieldIsMissingWhereNoRowHasIt() throws IOException {
    Path in = file("{\"gold\":1,\"answr\":\"1\"}");
    UserError error =
        assertThrows(
            UserError.class, () -> grade(in, new GradeFields("gold", "answer", true), false, 1));
    assertTrue(error.getMessage().contains("did you mean --response answr?"), error.getMessage());
  }

  @Test
  void splitsAtLineFeedsOnly() throws IOException {
    GradeReport report =
        grade("{\"id\":\"a\u2028b\u0085\",\"gold\":1,\"response\":\"x\u2028 #### 1\"}\r", "");
    assertEquals(1, report.correct());
    assertEquals("a\u2028b\u0085", written().get(0).get("id").getAsString());
  }

  @Test
  void escapesWhatJsonOrALineReaderWouldNotRead() throws IOException {
    String text = "a\\\"b\\\\c\\n\\u0001\u2028\\ud83d\\ude00\\ud83d|";
    grade("{\"id\":\"" + text + "\",\"gold\":1,\"answer\":\"1\"}");
    String line = Files.readString(out());
    assertFalse(line.contains("\u2028"), line);
    assertEquals(
        JsonParser.parseString("\"" + text + "\"").getAsString(),
        written().get(0).get("id").getAsString());
  }

  @Test
  void writesTheSameInTheSameOrderWithSeveralThreads() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("{\"id\":").append(i).append(",\"gold\":").append(i % 7);
      text.append(",\"response\":\"I think it is \\\\boxed{").append(i % 5).append("}\"}\n");
    }
    Path in = Files.writeString(folder.resolve("in.jsonl"), text);
    GradeReport one = grade(in, GradeFields.UNNAMED, false, 1);
    String first = Files.readString(out());
    GradeReport three = grade(in, GradeFields.UNNAMED, false, 3);
    assertEquals(first, Files.readString(out()));
    assertEquals(one.correct(), three.correct());
    assertEquals(20_000, first.lines().count());
    assertEquals(one.passAt1(), three.passAt1());
  }

  @Test
  void readsAJsonArray() throws IOException {
    GradeReport report =
        grade("[{\"gold\":1.50,\"answer\":\"1.5\"},\n{\"gold\":2,\"answer\":\"3\"}]");
    assertEquals(1, report.correct());
    assertEquals(2, report.graded());
  }

  @Test
  void leavesNothingWhenStopped() throws IOException {
    Path in = file("{\"gold\":1,\"answer\":\"1\"}");
    assertThrows(
        Stopped.class,
        () ->
            Grading.run(
                GradeRequest.of(in, Profile.DEFAULT).to(out()),
                new RunContext(() -> true, event -> {})));
    try (var left = Files.list(folder)) {
      assertEquals(List.of(in), left.toList());
    }
  }

  @Test
  void keepsTheReportBesideTheVerdicts() throws IOException {
    GradeReport report = grade("{\"gold\":1,\"answer\":\"1\"}", "{\"gold\":1,\"answer\":\"2\"}");
    assertEquals(report, GradedFile.read(out()).orElseThrow());
    assertEquals(64, report.source().sha256().length());
  }
}
