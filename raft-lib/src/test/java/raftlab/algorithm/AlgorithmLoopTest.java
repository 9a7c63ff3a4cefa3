package raftlab.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.run.RunDirectory;

class AlgorithmLoopTest {

  @TempDir Path folder;

  /** Stops at a random place of the run, the same for each algorithm at each time. */
  @ParameterizedTest
  @EnumSource
  void stoppedRunEndsWithTheSameWeights(Algorithm algorithm) {
    Path unbroken = folder.resolve("unbroken");
    RaftSettings settings = AlgorithmRuns.settings(algorithm);
    AtomicInteger polls = new AtomicInteger();
    RunContext counting = new RunContext(() -> polls.incrementAndGet() < 0, event -> {});
    AlgorithmRuns.start(unbroken, settings, AlgorithmRuns.LETTERS).run(counting);
    String expected = AlgorithmRuns.hash(unbroken, AlgorithmRuns.ROUNDS);
    assertNotEquals(AlgorithmRuns.hash(unbroken, 0), expected, "nothing was learnt");

    Path broken = folder.resolve("broken");
    AlgorithmRuns.start(broken, settings, AlgorithmRuns.LETTERS);
    // Three stops, spread over the whole of the run: each resumption polls anew.
    for (double share : new double[] {0.45, 0.3, 0.1}) {
      AtomicInteger left = new AtomicInteger((int) (share * polls.get()));
      RunContext stopping = new RunContext(() -> left.getAndDecrement() <= 0, event -> {});
      RaftLoop loop =
          RaftLoop.resume(
              RunDirectory.open(broken.resolve("r")),
              AlgorithmRuns.LETTERS,
              raftlab.reward.VerifierCheck.forReward("math"),
              DecoderLearner::load);
      assertThrows(Stopped.class, () -> loop.run(stopping));
    }
    AlgorithmRuns.resume(broken);
    assertEquals(expected, AlgorithmRuns.hash(broken, AlgorithmRuns.ROUNDS));
  }

  @ParameterizedTest
  @EnumSource(names = {"GRPO", "DPO"})
  void killedRunEndsWithTheSameWeights(Algorithm algorithm) throws Exception {
    Path unbroken = folder.resolve("unbroken");
    AlgorithmRuns.start(unbroken, AlgorithmRuns.settings(algorithm), AlgorithmRuns.LETTERS)
        .run(RunContext.quiet());
    Path runs = folder.resolve("killed");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AlgorithmLoopTest.class.getName(),
                runs.toString(),
                algorithm.name())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    Path trained = runs.resolve("r/iteration-001/checkpoint");
    long start = System.nanoTime();
    while (!Files.exists(trained) && child.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(5);
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(120), "child never trained");
    }
    child.destroyForcibly().waitFor();
    AlgorithmRuns.resume(runs);
    assertEquals(
        AlgorithmRuns.hash(unbroken, AlgorithmRuns.ROUNDS),
        AlgorithmRuns.hash(runs, AlgorithmRuns.ROUNDS));
  }

  /** The child that is killed. */
  public static void main(String[] arguments) {
    AlgorithmRuns.start(
            Path.of(arguments[0]),
            AlgorithmRuns.settings(Algorithm.valueOf(arguments[1])),
            AlgorithmRuns.LETTERS)
        .run(RunContext.quiet());
    Runtime.getRuntime().halt(0);
  }

  @Test
  void logsWhatTheLossIsMadeOf() {
    List<Map<String, Double>> rounds = new ArrayList<>();
    RunContext context =
        RunContext.quiet()
            .andTell(
                event -> {
                  if (event instanceof raftlab.core.Event.IterationDone done) {
                    rounds.add(done.metrics());
                  }
                });
    AlgorithmRuns.start(folder, AlgorithmRuns.settings(Algorithm.GRPO), AlgorithmRuns.LETTERS)
        .run(context);
    Map<String, Double> first = rounds.get(1);
    Map<String, Double> second = rounds.get(2);
    assertTrue(
        first
            .keySet()
            .containsAll(
                List.of(
                    "ratio/clip_high",
                    "ratio/clip_low",
                    "ratio/max",
                    "loss/policy",
                    "loss/kl",
                    "loss/entropy",
                    "loss/total",
                    "kl_ref/k3")),
        first.keySet().toString());
    assertEquals(0, first.get("kl_ref/k3"), 1e-9);
    assertTrue(second.get("kl_ref/k3") > 1e-9, second.toString());
    assertTrue(second.get("loss/entropy") < 0, second.toString());
    assertEquals(
        second.get("loss/policy") + second.get("loss/kl") + second.get("loss/entropy"),
        second.get("loss/total"),
        1e-9);
  }

  @Test
  void skipsTheUpdateOfARoundWithoutASelectionAndSaysSo() {
    RewardFunction same = RewardFunction.named("same", (prompt, completion) -> Reward.of(1, ""));
    RaftSettings settings = AlgorithmRuns.settings(Algorithm.GRPO);
    List<String> notes = AlgorithmRuns.notes(AlgorithmRuns.start(folder, settings, same));
    assertTrue(notes.contains("round 1: nothing was kept, the update is skipped"), notes + "");
    assertEquals(AlgorithmRuns.hash(folder, 0), AlgorithmRuns.hash(folder, 2));
  }

  @Test
  void warnsOfRewardsThatTeachReinforceNothing() {
    RewardFunction never = RewardFunction.named("zero", (prompt, completion) -> Reward.of(0, ""));
    List<String> notes =
        AlgorithmRuns.notes(
            AlgorithmRuns.start(folder, AlgorithmRuns.settings(Algorithm.REINFORCE), never));
    assertTrue(notes.get(0).contains("--range pm1"), notes.toString());
  }

  @ParameterizedTest
  @EnumSource(names = {"REINFORCE_REJ", "GRPO", "DR_GRPO", "RLOO", "DPO"})
  void refusesOneCompletionWhereCompletionsAreCompared(Algorithm algorithm) {
    UserError error =
        assertThrows(
            UserError.class,
            () -> AlgorithmRuns.settings(algorithm.selection(), algorithm.objective(16), 1, 1));
    assertTrue(error.getMessage().contains("-k 2"), error.getMessage());
  }

  @Test
  void suggestsTheNearestAlgorithm() {
    UserError error = assertThrows(UserError.class, () -> Algorithm.named("grppo"));
    assertTrue(error.getMessage().contains("Did you mean grpo?"), error.getMessage());
    assertEquals(Algorithm.RAFT_PLUS_PLUS, Algorithm.named("raft++"));
  }
}
