package raftlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code grade} as scripts do, in a process of its own, and reads its last line. */
class GradeScriptTest {

  private static final Path CASES =
      Path.of("..", "raft-lib", "src", "test", "resources", "raftlab", "verify", "cases.jsonl");

  private static final Set<String> ISSUE_FIELDS =
      Set.of(
          "graded",
          "correct",
          "wrong",
          "unknown",
          "pass_at_1",
          "ci95",
          "pass_at_k",
          "maj_at_k",
          "seconds",
          "answers_per_second");

  @TempDir private Path folder;

  private String run(int exit, String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "raftlab.kernel.cli.Main"));
    line.addAll(List.of(words));
    line.add("--workspace=" + folder.resolve("workspace"));
    Process process =
        new ProcessBuilder(line).redirectError(folder.resolve("err").toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(exit, process.waitFor(), () -> read(folder.resolve("err")));
    return out;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static JsonObject last(String out) {
    String text = out.strip();
    return JsonParser.parseString(text.substring(text.lastIndexOf('\n') + 1)).getAsJsonObject();
  }

  @Test
  void getsEveryDevelopmentCaseRight() throws Exception {
    Path out = folder.resolve("verdicts.jsonl");
    JsonObject summary = last(run(0, "grade", "--in", CASES.toString(), "--out", out.toString()));
    assertTrue(summary.keySet().containsAll(ISSUE_FIELDS), summary::toString);
    assertEquals(111, summary.get("graded").getAsInt());
    List<String> cases = Files.readString(CASES).strip().lines().toList();
    List<String> rows = Files.readString(out).strip().lines().toList();
    int right = 0;
    for (int i = 0; i < 111; i++) {
      JsonObject given = JsonParser.parseString(cases.get(i)).getAsJsonObject();
      JsonObject row = JsonParser.parseString(rows.get(i)).getAsJsonObject();
      assertEquals(given.get("id"), row.get("id"));
      right += asExpected(given, row.get("verdict").getAsString()) ? 1 : 0;
    }
    assertEquals(111, right);
  }

  private static boolean asExpected(JsonObject given, String verdict) {
    if (given.get("expected").isJsonNull()) {
      return verdict.equals("unknown");
    }
    boolean loose = List.of("stress", "malformed").contains(given.get("type").getAsString());
    if (!given.get("expected").getAsBoolean() && loose) {
      return !verdict.equals("correct");
    }
    return verdict.equals(given.get("expected").getAsBoolean() ? "correct" : "wrong");
  }

  @Test
  void failsWithTheRestGradedWhereARowIsBroken() throws Exception {
    Path in = folder.resolve("in.jsonl");
    Files.writeString(in, "{\"gold\":1,\"answer\":\"1\"}\n{\n{\"gold\":1,\"answer\":\"2\"}\n");
    JsonObject summary = last(run(1, "grade", "--in", in.toString()));
    assertEquals(2, summary.get("graded").getAsInt());
    assertEquals(1, summary.get("broken").getAsInt());
    assertTrue(read(folder.resolve("err")).contains("line 2 of in.jsonl"));
  }

  @Test
  void refusesAnOptionThatThereIsNot() throws Exception {
    run(2, "grade", "--in", CASES.toString(), "--set", "percnt=value");
    assertTrue(read(folder.resolve("err")).contains("Did you mean percent?"));
  }

  @Test
  void putsTheGradedFileIntoTheTable() throws Exception {
    Path in = Files.writeString(folder.resolve("in.jsonl"), "{\"gold\":1,\"answer\":\"1\"}\n");
    run(0, "grade", "--in", in.toString(), "--benchmark", "aime24", "--model", "mine");
    String table = run(0, "table", "aime", "--export", "csv");
    assertTrue(table.contains("100.00 %"), table);
    assertTrue(table.contains("mine"), table);
    assertTrue(table.contains("22.93 %"), table);
    Path tex = folder.resolve("t.tex");
    run(0, "table", "math500", "--out", tex.toString());
    assertTrue(Files.readString(tex).contains("\\toprule"));
  }

  @Test
  void showsTheCasesBehindANumber() throws Exception {
    Path in =
        Files.writeString(
            folder.resolve("in.jsonl"),
            "{\"id\":\"p\",\"gold\":1,\"response\":[\"#### 1\",\"#### 2\"],\"score\":[false,false]}\n");
    Path out = folder.resolve("v.jsonl");
    run(0, "grade", "--in", in.toString(), "--out", out.toString());
    assertTrue(run(0, "show", "--wrong").startsWith("in.jsonl: 1 of 2 responses are wrong"));
    assertTrue(
        run(0, "show", out.toString(), "--disagree", "score")
            .startsWith("in.jsonl: 1 of 2 responses differ from \"score\""));
  }
}
