package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import raftlab.files.Folders;
import raftlab.kernel.command.ExitCode;

/** A sweep of four tiny runs, and the commands that work on what it left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepCommandsTest {

  private static final String PLAN =
      """
      budget: 500
      seeds: [1, 2]
      algorithms: [raft, grpo]
      settings: {policy: base, data: train, eval: few, prompts: 4, k: 2, max-new-tokens: 48, n: 2,
                 rule: all, discard: none}
      """;

  @TempDir static Path folder;
  private ShellCalls shell;
  private Path plan;
  private String table;

  @BeforeAll
  void sweep() throws IOException {
    System.setProperty("raft.runs", folder.resolve("runs").toString());
    shell = new ShellCalls(folder.resolve("workspace"));
    shell.begin();
    plan = Files.writeString(folder.resolve("duel.yaml"), PLAN);
    shell.must("sweep", plan.toString());
    table = shell.out;
    assertEquals(4, shell.last().get("done").getAsInt(), table);
  }

  @BeforeEach
  void place() {
    System.setProperty("raft.runs", folder.resolve("runs").toString());
  }

  @AfterAll
  static void forgetPlace() {
    System.clearProperty("raft.runs");
  }

  @Test
  void showsARowPerRunAndTheMeanOverSeeds() {
    assertTrue(table.startsWith("duel: 4 of 4 runs done"), table);
    assertTrue(table.contains("raft: mean ") && table.contains("over 2 seeds."), table);
    assertEquals(4, table.lines().filter(line -> line.endsWith("done")).count() - 1, table);
  }

  @Test
  void everyRunStopsWithTheRoundThatReachesTheBudget() {
    shell.must(
        "sql",
        "SELECT run, sum(tokens_sampled) AS t, sum(tokens_sampled) - arg_max(tokens_sampled, round)"
            + " AS before FROM rounds WHERE run LIKE 'duel/%' GROUP BY run ORDER BY run",
        "--format=csv");
    List<String> rows = shell.out.strip().lines().skip(1).toList();
    assertEquals(4, rows.size(), shell.out);
    for (String row : rows) {
      String[] cells = row.split(",");
      assertTrue(Double.parseDouble(cells[1]) >= 500, row);
      assertTrue(Double.parseDouble(cells[2]) < 500, row);
    }
  }

  @Test
  void comparesItsSettingsOverAllSeedsWithTheSharedStart() {
    shell.must(
        "sql",
        "SELECT pass_at_1 - base_pass_at_1 FROM runs WHERE run LIKE 'duel/grpo-%'",
        "--format=csv");
    double gain =
        shell.out.strip().lines().skip(1).mapToDouble(Double::parseDouble).average().orElseThrow();
    shell.must("compare", "duel");
    var pairs = shell.last().getAsJsonArray("pairs");
    assertEquals(3, pairs.size(), shell.out);
    var last = pairs.get(2).getAsJsonObject();
    assertEquals("grpo", last.get("a").getAsString());
    assertEquals("start", last.get("b").getAsString());
    assertEquals(gain, last.get("difference").getAsDouble(), 1e-9);
    assertTrue(shell.out.contains("raft against grpo"), shell.out);
  }

  @Test
  void theSameSweepAgainDoesNothingAndAnotherPlanOfThatNameIsRefused() throws IOException {
    Path weights = folder.resolve("runs/duel/raft-seed1/result.json");
    long before = weights.toFile().lastModified();
    shell.must("sweep", plan.toString());
    shell.must("resume", "duel");
    assertEquals(before, weights.toFile().lastModified());
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"), "name: duel\n" + PLAN + "grid: {lr: [1e-5]}\n");
    assertEquals(ExitCode.FAILED, shell.run("sweep", other.toString()));
    assertTrue(shell.err.contains("sweep duel was begun with another plan"), shell.err);
  }

  @Test
  void runsThatWouldNotStartAlikeAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("shifted.yaml"), PLAN);
    Path sweep = folder.resolve("runs/shifted");
    shell.must("sweep", file.toString());
    shell.must("data", "few", "--from", "mini-500", "--limit", "5", "-q");
    try {
      Folders.delete(sweep.resolve("grpo-seed2"));
      assertEquals(ExitCode.FAILED, shell.run("resume", "shifted"));
      assertTrue(shell.err.contains("than when sweep shifted was begun"), shell.err);
      assertFalse(Files.exists(sweep.resolve("grpo-seed2")));
    } finally {
      shell.must("data", "few", "--from", "mini-500", "--limit", "4", "-q");
    }
    shell.must("resume", "shifted");
    assertEquals(4, shell.last().get("done").getAsInt());
  }

  @Test
  void aDryRunSaysWhatWouldBeRunAndChangesNothing() throws IOException {
    Path other = Files.writeString(folder.resolve("dry.yaml"), PLAN + "grid: {lr: [1e-5, 2e-5]}\n");
    shell.must("sweep", other.toString(), "--dry-run");
    assertTrue(shell.out.contains("Sweep dry: 8 runs, at most "), shell.out);
    assertTrue(shell.out.contains("grpo-lr2e-5-seed2: at most "), shell.out);
    assertFalse(Files.exists(folder.resolve("runs/dry")));
  }

  @Test
  void mistakesInAPlanAreNamedBeforeAnythingIsRun() throws IOException {
    refused("algoritms: [raft]\n", "has the unknown key \"algoritms\".  Did you mean algorithms?");
    refused("algorithms: [raft\n", "is not YAML");
    refused("seeds: [one]\nalgorithms: [raft]\n", "seed one is not a whole number");
    refused("budget: lots\nalgorithms: [raft]\n", "budget lots is not a number of tokens");
    refused("seeds: [1]\n", "plans no run");
    refused("algorithms: [raftt]\n", "--algorithm raftt is not an algorithm");
    refused("algorithms: [raft, raft]\n", "has the run raft-seed42 twice");
    refused(
        "algorithms: [raft]\nsettings: {temprature: 1}\n", "`run` has no setting \"temprature\"");
    assertFalse(Files.exists(folder.resolve("runs/bad")));
  }

  private void refused(String text, String why) throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), text);
    assertNotEquals(ExitCode.DONE, shell.run("sweep", bad.toString()), text);
    assertTrue(shell.err.contains(why), shell.err);
    assertTrue(shell.err.lines().count() <= 3 && !shell.err.contains("\tat "), shell.err);
  }

  @Test
  void answersSqlOverRunsRoundsAndSamples() {
    shell.must(
        "sql",
        "SELECT count(*) AS runs FROM runs WHERE sweep = 'duel' AND state = 'done'",
        "--format=csv");
    assertEquals("4", shell.out.strip().lines().skip(1).findFirst().orElseThrow(), shell.out);
    shell.must(
        "sql",
        "SELECT s.n = r.kept AS same, s.reward = r.mean AS mean FROM (SELECT run, round,"
            + " count(*) FILTER (kept) AS n, avg(reward) AS reward FROM samples GROUP BY ALL) s"
            + " JOIN (SELECT run, round, selected_count AS kept, reward_mean AS mean FROM rounds)"
            + " r USING (run, round) WHERE run LIKE 'duel/%'",
        "--format=csv");
    List<String> rows = shell.out.strip().lines().skip(1).distinct().toList();
    assertEquals(List.of("true,true"), rows, shell.out);
    shell.must("sql", "DESCRIBE samples");
    assertTrue(shell.out.contains("completion") && shell.out.contains("kept"), shell.out);
  }

  @Test
  void sqlOnlyReadsAndSaysWhatIsWrong() {
    notAnswered("COPY (SELECT 1) TO '" + folder.resolve("runs/x.csv") + "'", "sql only reads");
    assertFalse(Files.exists(folder.resolve("runs/x.csv")));
    notAnswered("CREATE TABLE t (a INT)", "sql only reads");
    notAnswered("SELECT 1; SELECT 2", "sql answers one SELECT at a time, not 2");
    notAnswered("SELECT * FROM read_text('/etc/hostname')", "Cannot access file");
    notAnswered("SELECT rewrd FROM samples", "rewrd");
    notAnswered("SELEC 1", "syntax error at or near \"SELEC\"");
    notAnswered("SELECT * FROM run", "Table with name run does not exist");
    assertEquals(ExitCode.USAGE, shell.run("sql", " "));
    assertTrue(shell.err.contains("sql has no query"), shell.err);
  }

  private void notAnswered(String sql, String why) {
    assertEquals(ExitCode.FAILED, shell.run("sql", sql), sql + shell.out);
    assertTrue(shell.err.contains(why), shell.err);
    assertTrue(shell.err.lines().count() <= 2 && !shell.err.contains("\tat "), shell.err);
  }

  @Test
  void reproducesARunToTheBit() {
    shell.must("reproduce", "duel/grpo-seed1");
    assertTrue(shell.out.startsWith("duel/grpo-seed1 is reproduced: "), shell.out);
    assertTrue(shell.last().get("same").getAsBoolean());
    assertTrue(shell.last().get("rounds").getAsInt() >= 1);
  }

  @Test
  void namesTheFirstSampleThatDiffers() throws IOException {
    Path copy = folder.resolve("runs/touched");
    copy(folder.resolve("runs/duel/raft-seed1"), copy);
    Path file = copy.resolve("iteration-001/rollouts.jsonl");
    List<String> lines = Files.readAllLines(file);
    String touched = lines.get(2).replaceFirst("\"sample_index\":1,\"text\":\"", "$0X");
    assertNotEquals(lines.get(2), touched);
    Files.writeString(
        file,
        lines.get(0)
            + "\n"
            + lines.get(1)
            + "\n"
            + touched
            + "\n"
            + String.join("\n", lines.subList(3, lines.size()))
            + "\n");
    assertEquals(ExitCode.DIFFERENT, shell.run("reproduce", "touched"), shell.err);
    assertEquals(1, shell.last().get("round").getAsInt());
    assertEquals("rollouts", shell.last().get("artifact").getAsString());
    assertTrue(shell.last().get("place").getAsString().endsWith(", sample 1"), shell.out);
    assertFalse(Files.exists(folder.resolve("runs/touched-again/iteration-002")));
  }

  @Test
  void drawsSeveralRunsInOneFigure() throws IOException {
    for (String kind : List.of("curve", "passk", "length", "entropy", "groups", "wins")) {
      Path file = folder.resolve(kind + ".svg");
      shell.must(
          "plot", kind, "--runs", "duel/raft-seed1,duel/grpo-seed1", "--save", file.toString());
      assertTrue(Files.readString(file).contains("<svg"), kind);
      assertTrue(shell.out.contains("raft-seed1") && shell.out.contains("grpo-seed1"), shell.out);
    }
  }

  @Test
  void aSweepIsDrawnAsALinePerSettingWithABandOverSeeds() {
    shell.must("plot", "curve", "--runs", "duel");
    assertTrue(shell.out.contains("mean and 95 % interval over seeds"), shell.out);
    assertFalse(shell.out.contains("seed1"), shell.out);
    shell.must("plot", "curve", "--runs", "duel", "--over", "nothing");
    assertTrue(shell.out.contains("raft-seed1") && shell.out.contains("grpo-seed2"), shell.out);
    assertEquals(ExitCode.FAILED, shell.run("plot", "kl", "--runs", "duel"));
    assertTrue(shell.err.contains("has no KL"), shell.err);
  }

  @Test
  void comparesAllPairsOfSeveralRuns() {
    shell.must("compare", "duel/raft-seed1", "duel/grpo-seed1", "duel/raft-seed2");
    assertTrue(shell.out.startsWith("wins over all pairs by "), shell.out);
    var pairs = shell.last().getAsJsonArray("pairs");
    assertEquals(3, pairs.size());
    int decided = 0;
    for (var each : pairs) {
      var pair = each.getAsJsonObject();
      decided += pair.get("wins").getAsInt() + pair.get("losses").getAsInt();
    }
    int wins = 0;
    for (var each : shell.last().getAsJsonObject("win_counts").entrySet()) {
      wins += each.getValue().getAsInt();
    }
    assertEquals(decided, wins);
  }

  @Test
  void exportsWhatWasKeptEveryCompletionAndScalars() throws IOException {
    Path kept = folder.resolve("kept.jsonl");
    shell.must(
        "export",
        "duel/raft-seed1",
        "--format",
        "trl-sft",
        "--round",
        "1",
        "--out",
        kept.toString());
    Path run = folder.resolve("runs/duel/raft-seed1");
    int selected = Files.readAllLines(run.resolve("iteration-001/selection.jsonl")).size() - 1;
    assertEquals(selected, Files.readAllLines(kept).size());
    assertEquals(selected, shell.last().get("rows").getAsInt());
    Path all = folder.resolve("all.jsonl");
    shell.must("export", "duel/raft-seed1", "--format=jsonl", "--out", all.toString());
    String first = Files.readAllLines(all).get(0);
    assertTrue(first.contains("\"kept\":") && first.contains("\"reward\":"), first);
    Path board = folder.resolve("board");
    shell.must("export", "duel", "--format", "tensorboard", "--out", board.toString());
    try (var files = Files.walk(board)) {
      assertEquals(4, files.filter(each -> each.toString().contains("tfevents")).count());
    }
  }

  @Test
  void aSweepThatLaidOutOnlyItsStartsIsResumedWithoutTheSession() throws IOException {
    Path runs = folder.resolve("early");
    copy(folder.resolve("runs/duel"), runs.resolve("duel"));
    for (String run : List.of("raft-seed2", "grpo-seed1", "grpo-seed2")) {
      raftlab.files.Folders.delete(runs.resolve("duel").resolve(run));
    }
    System.setProperty("raft.runs", runs.toString());
    ShellCalls elsewhere = new ShellCalls(folder.resolve("another-workspace"));
    elsewhere.must("resume", "duel");
    for (String run : List.of("raft-seed2", "grpo-seed1", "grpo-seed2")) {
      String weights = "duel/" + run + "/iteration-001/checkpoint/model.safetensors";
      assertEquals(
          -1, Files.mismatch(folder.resolve("runs").resolve(weights), runs.resolve(weights)), run);
    }
  }

  @Test
  void exportsTablesAndTheModelThatARunEndedWith() throws IOException {
    Path csv = folder.resolve("all.csv");
    shell.must("export", "duel/raft-seed1", "--to", "csv", "--out", csv.toString());
    String text = Files.readString(csv);
    assertTrue(text.startsWith("prompt_id,sample,prompt,completion,answer,finish,length,"), text);
    Path page = folder.resolve("all.html");
    shell.must("export", "duel/raft-seed1", "--to=html", "--out", page.toString());
    assertTrue(Files.readString(page).contains("<table"));
    Path model = folder.resolve("hf");
    shell.must("export", "duel/raft-seed1", "--to", "hf", "--out", model.toString());
    shell.must("model", "ended", "--from", model.toString(), "-q");
    assertFalse(Files.exists(model.resolve("optimizer.safetensors")));
    assertEquals(
        ExitCode.FAILED,
        shell.run("export", "duel/raft-seed1", "--to", "hf", "--out", model.toString()));
    assertTrue(shell.err.contains("is there already"), shell.err);
  }

  @Test
  void listsModelsBesideRunsWithTheirTrueState() throws IOException {
    Path runs = folder.resolve("listed");
    copy(folder.resolve("runs/duel/raft-seed1"), runs.resolve("r1"));
    copy(folder.resolve("runs/duel/raft-seed1/iteration-000/checkpoint"), runs.resolve("sft-base"));
    System.setProperty("raft.runs", runs.toString());
    shell.must("runs");
    assertTrue(shell.out.startsWith("1 run and 1 model in "), shell.out);
    assertTrue(
        shell.out.lines().anyMatch(line -> line.matches("r1 +done +\\d+ +raft +[0-9.]+ % +2.*Z")),
        shell.out);
    assertTrue(
        shell.out.lines().anyMatch(line -> line.matches("sft-base +done +- +model +- +2.*Z")),
        shell.out);
  }

  @Test
  void exportsThatCannotBeAreOneSentence() {
    notExported(ExitCode.FAILED, "there is no run", "none", "jsonl", "x.jsonl");
    notExported(
        ExitCode.USAGE, "--format trl-sftt is not known", "duel/raft-seed1", "trl-sftt", "x.jsonl");
    notExported(ExitCode.FAILED, "duel is a sweep", "duel", "jsonl", "x.jsonl");
    assertEquals(ExitCode.USAGE, shell.run("export", "duel/raft-seed1", "--format", "jsonl"));
    assertTrue(shell.err.contains("export needs a place"), shell.err);
  }

  private void notExported(ExitCode code, String why, String name, String format, String file) {
    assertEquals(
        code,
        shell.run("export", name, "--format", format, "--out", folder.resolve(file).toString()),
        shell.out);
    assertTrue(shell.err.contains(why), shell.err);
    assertFalse(Files.exists(folder.resolve(file)));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path each : files.toList()) {
        Path place = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(place);
        } else {
          Files.copy(each, place);
        }
      }
    }
  }
}
