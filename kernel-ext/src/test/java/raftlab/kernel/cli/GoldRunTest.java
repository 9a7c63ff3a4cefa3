package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import raftlab.files.Hashes;
import raftlab.run.RunDirectory;

/** A run that a gold reward judges: killed and resumed, repeated, and as one of a sweep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldRunTest {

  private static final int ROUNDS = 3;
  private static final List<String> SETTINGS =
      List.of(
          "--policy=base",
          "--data=train",
          "--eval=few",
          "--prompts=4",
          "-k=2",
          "--max-new-tokens=48",
          "--n=1",
          "--rule=all",
          "--discard=none",
          "--iterations=" + ROUNDS);

  @TempDir static Path folder;
  private Path runs;
  private ShellCalls shell;
  private List<Map<String, Double>> expected;

  @BeforeAll
  void unbroken() throws IOException {
    runs = folder.resolve("runs");
    System.setProperty("raft.runs", runs.toString());
    shell = new ShellCalls(folder.resolve("workspace"));
    shell.begin();
    shell.must("reward", "short", "--rule", "length", "--longest", "40", "--margin", "30", "-q");
    shell.must("reward", "right", "--rule", "exact", "-q");
    shell.must(line("unbroken").toArray(String[]::new));
    expected = judged(runs.resolve("unbroken"));
    assertEquals(ROUNDS + 1, expected.size());
    assertTrue(expected.stream().allMatch(round -> round.containsKey("eval/gold")), "gold");
  }

  @AfterAll
  static void forgetPlace() {
    System.clearProperty("raft.runs");
  }

  @Test
  void aKilledRunIsJudgedOnWhenItIsResumed() throws Exception {
    ShellProcess processes = new ShellProcess(folder, runs);
    Process child = processes.start(line("broken"));
    Path begun = runs.resolve("broken/iteration-001/rollouts.jsonl");
    long start = System.nanoTime();
    while (child.isAlive() && !Files.exists(begun)) {
      TimeUnit.MILLISECONDS.sleep(5);
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(120), processes::log);
    }
    child.destroyForcibly().waitFor();
    assertFalse(Files.exists(runs.resolve("broken/result.json")), "killed too late");
    // What the names stand for since has no part in the run.
    shell.must("reward", "right", "--rule", "boxed", "-q");
    shell.must("resume", "broken");
    shell.must("reward", "right", "--rule", "exact", "-q");
    assertEquals(expected, judged(runs.resolve("broken")));
    assertEquals(weights("unbroken"), weights("broken"));
  }

  @Test
  void aRepetitionIsJudgedAlike() throws IOException {
    shell.must("reproduce", "unbroken", "--to", "again");
    assertEquals(expected, judged(runs.resolve("again")));
  }

  @Test
  void aRunOfASweepIsJudgedAsTheRunByItself() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("judged.yaml"),
            """
            seeds: [42, 43]
            algorithms: [raft]
            settings: {policy: base, data: train, eval: few, reward: short, gold: right, prompts: 4,
                       k: 2, max-new-tokens: 48, n: 1, rule: all, discard: none, iterations: 3}
            """);
    shell.must("sweep", plan.toString());
    assertEquals(expected, judged(runs.resolve("judged/raft-seed42")));
    assertEquals(weights("unbroken"), weights("judged/raft-seed42"));
    shell.must(
        "sql", "SELECT count(eval_gold) FROM rounds WHERE run LIKE 'judged/%'", "--format=csv");
    assertEquals("8", shell.out.strip().lines().skip(1).findFirst().orElseThrow(), shell.out);
  }

  @Test
  void goldIsNamedOnlyWhereTheFolderCannotSayIt() {
    shell.run("resume", "unbroken", "--gold", "right");
    assertTrue(shell.err.contains("unbroken knows its own gold reward.  Leave it out."), shell.err);
  }

  private static List<String> line(String name) {
    List<String> words = new ArrayList<>(List.of("run", name, "--reward=short", "--gold=right"));
    words.addAll(SETTINGS);
    return words;
  }

  /** The figures of the held-out samples, by round. */
  private static List<Map<String, Double>> judged(Path run) throws IOException {
    List<Map<String, Double>> rounds = new ArrayList<>();
    for (int i = 0; i <= ROUNDS; i++) {
      JsonObject metrics =
          JsonParser.parseString(
                  Files.readString(RunDirectory.open(run).iteration(i).resolve("metrics.json")))
              .getAsJsonObject();
      Map<String, Double> found = new TreeMap<>();
      metrics.entrySet().stream()
          .filter(each -> each.getKey().startsWith("eval/"))
          .forEach(each -> found.put(each.getKey(), each.getValue().getAsDouble()));
      rounds.add(found);
    }
    return rounds;
  }

  private String weights(String name) throws IOException {
    Path run = runs.resolve(name);
    JsonObject result =
        JsonParser.parseString(Files.readString(run.resolve("result.json"))).getAsJsonObject();
    return Hashes.sha256(
        run.resolve(result.get("weights_folder").getAsString()).resolve("model.safetensors"));
  }
}
