package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.files.Hashes;

/**
 * A sweep in a process of its own, killed at random moments and taken up again, ends as one that
 * was left alone. {@code -Draft.kills=10} kills more often.
 */
class SweepKillTest {

  private static final String PLAN =
      """
      name: swept
      budget: 600
      seeds: [1, 2]
      algorithms: [raft, grpo]
      settings: {policy: base, data: train, eval: few, prompts: 4, k: 2, max-new-tokens: 48, n: 1,
                 rule: best-of-k, per-prompt: 2, discard: none}
      """;

  @TempDir private Path folder;

  @AfterEach
  void forgetPlace() {
    System.clearProperty("raft.runs");
  }

  @Test
  void aSweepKilledAtRandomMomentsEndsWithTheWeightsOfAnUnbrokenOne() throws Exception {
    ShellCalls shell = new ShellCalls(folder.resolve("workspace"));
    shell.begin();
    Path plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
    System.setProperty("raft.runs", folder.resolve("unbroken").toString());
    shell.must("sweep", plan.toString());
    Map<String, String> expected = weights(folder.resolve("unbroken/swept"));
    assertEquals(4, expected.size());

    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path sweep = folder.resolve("broken/swept");
    int kills = 0;
    for (int i = 0; i < Integer.getInteger("raft.kills", 3); i++) {
      Process child =
          start(i % 2 == 0 ? List.of("sweep", plan.toString()) : List.of("resume", "swept"));
      awaitWriting(child, sweep);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(i == 0 ? 200 : 1500));
      kills += child.isAlive() ? 1 : 0;
      child.destroyForcibly().waitFor();
    }
    assertTrue(kills > 0, "nothing was killed");
    Process last = start(List.of("resume", "swept"));
    assertEquals(0, last.waitFor(), () -> log());
    assertEquals(expected, weights(sweep), () -> "seed " + seed);
    assertEachRoundOnce(sweep);
    try (Stream<Path> left = Files.walk(folder.resolve("broken"))) {
      List<String> odd =
          left.map(each -> String.valueOf(each.getFileName()))
              .filter(name -> name.endsWith(".part"))
              .toList();
      assertEquals(List.of(), odd);
    }
  }

  private Process start(List<String> words) throws IOException {
    return processes().start(words);
  }

  private ShellProcess processes() {
    return new ShellProcess(folder, folder.resolve("broken"));
  }

  private String log() {
    return processes().log();
  }

  /** Waits until the child has changed something below the sweep, so that kills meet its work. */
  private void awaitWriting(Process child, Path sweep) throws Exception {
    long before = newest(sweep);
    long start = System.nanoTime();
    while (child.isAlive() && newest(sweep) == before) {
      TimeUnit.MILLISECONDS.sleep(5);
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(120), this::log);
    }
  }

  private static long newest(Path sweep) {
    if (!Files.exists(sweep)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(sweep)) {
      return files
          .filter(each -> !each.endsWith("lock"))
          .mapToLong(each -> each.toFile().lastModified())
          .max()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return -1; // a file was renamed while it was looked at
    }
  }

  /** The hash of the final weights of each run. */
  private static Map<String, String> weights(Path sweep) throws IOException {
    Map<String, String> weights = new TreeMap<>();
    try (Stream<Path> runs = Files.list(sweep)) {
      for (Path run : runs.filter(Files::isDirectory).toList()) {
        JsonObject result =
            JsonParser.parseString(Files.readString(run.resolve("result.json"))).getAsJsonObject();
        Path file =
            run.resolve(result.get("weights_folder").getAsString()).resolve("model.safetensors");
        weights.put(
            run.getFileName().toString(),
            result.get("iterations") + " " + result.get("final_pass1") + Hashes.sha256(file));
      }
    }
    return weights;
  }

  private static void assertEachRoundOnce(Path sweep) throws IOException {
    try (Stream<Path> runs = Files.list(sweep)) {
      for (Path run : runs.filter(Files::isDirectory).toList()) {
        Map<Integer, Integer> done = new HashMap<>();
        for (String line : Files.readAllLines(run.resolve("events.jsonl"))) {
          if (line.contains("\"event\":\"IterationDone\"")) {
            JsonObject event = JsonParser.parseString(line).getAsJsonObject();
            done.merge(event.getAsJsonObject("data").get("iteration").getAsInt(), 1, Integer::sum);
          }
        }
        assertFalse(done.isEmpty());
        assertTrue(done.values().stream().allMatch(times -> times == 1), run + " " + done);
      }
    }
  }
}
