package raftlab.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.data.minimath.MiniMath;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;
import raftlab.reward.VerifierCheck;
import raftlab.run.RunDirectory;
import raftlab.run.RunState;
import raftlab.select.SelectionSettings;
import raftlab.tokenize.BpeTrainer;
import raftlab.train.TrainSettings;

class RaftLoopTest {

  /** Pays for letters e: any policy earns something, so that every round has something to learn. */
  private static final RewardFunction LETTERS =
      RewardFunction.named(
          "letters",
          (prompt, completion) ->
              Reward.of(
                  (double) completion.text().chars().filter(c -> c == 'e').count(), "letters e"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 40, 70, 100})
  void stoppedRunEndsWithTheSameWeights(int polls) {
    String unbroken = finalHash(folder.resolve("unbroken"), RunContext.quiet());
    AtomicInteger left = new AtomicInteger(polls);
    RunContext stopping = new RunContext(() -> left.getAndDecrement() <= 0, event -> {});
    Path runs = folder.resolve("stopped");
    assertThrows(Stopped.class, () -> start(runs).run(stopping));
    RunDirectory run = RunDirectory.open(runs.resolve("r"));
    assertEquals(RunState.STOPPED, RunState.of(run));
    resume(run);
    assertEquals(unbroken, hash(run));
    assertEquals(RunState.DONE, RunState.of(run));
  }

  @ParameterizedTest
  @ValueSource(ints = {1200, 1800, 2600})
  void killedRunEndsWithTheSameWeights(int millis) throws Exception {
    String unbroken = finalHash(folder.resolve("unbroken"), RunContext.quiet());
    Path runs = folder.resolve("killed");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RaftLoopTest.class.getName(),
                runs.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    long start = System.nanoTime();
    while (!Files.exists(runs.resolve("r/config.json")) && child.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(20);
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(120), "child never began");
    }
    TimeUnit.MILLISECONDS.sleep(millis - 1000);
    child.destroyForcibly().waitFor();
    RunDirectory run = RunDirectory.open(runs.resolve("r"));
    resume(run);
    assertEquals(unbroken, hash(run));
  }

  @Test
  void aSecondRunOfTheSameNameIsRefused() {
    finalHash(folder, RunContext.quiet());
    UserError error = assertThrows(UserError.class, () -> RunDirectory.create(folder, "r"));
    assertTrue(error.getMessage().contains("resume r"), error.getMessage());
  }

  /** The child that is killed. */
  public static void main(String[] arguments) {
    new RaftLoopTest().startIn(Path.of(arguments[0])).run(RunContext.quiet());
    Runtime.getRuntime().halt(0);
  }

  private RaftLoop startIn(Path runs) {
    return start(runs);
  }

  private static String finalHash(Path runs, RunContext context) {
    start(runs).run(context);
    return hash(RunDirectory.open(runs.resolve("r")));
  }

  private static String hash(RunDirectory run) {
    try (DecoderPolicy policy = DecoderPolicy.load(run.checkpoint(3))) {
      return policy.weightsHash();
    }
  }

  private static RaftLoop start(Path runs) {
    RaftSettings settings =
        new RaftSettings(
            3,
            6,
            SamplingSettings.of(4, 16, 7),
            SelectionSettings.bestOfK().withDiscards(false, true, true),
            TrainSettings.of(1e-3, 7).withBatchSize(2),
            1,
            1,
            1,
            7);
    PromptSet prompts = MiniMath.train(20, 3);
    PromptSet all = MiniMath.mini500();
    PromptSet problems =
        new PromptSet("few", all.source(), all.sha256(), all.prompts().subList(0, 8));
    try (DecoderLearner learner =
        new DecoderLearner(tiny(runs.resolve("tokenizer")), settings.training())) {
      return RaftLoop.start(
          RunDirectory.create(runs, "r"),
          settings,
          learner,
          prompts,
          problems,
          LETTERS,
          VerifierCheck.forReward("math"),
          DecoderLearner::load);
    }
  }

  private static DecoderPolicy tiny(Path folder) {
    BpeTrainer.train(List.of("What is the answer?", "So the answer is 7."), 280).save(folder);
    DecoderConfig config =
        new DecoderConfig("qwen2", 280, 32, 2, 4, 2, 8, 48, 10_000, 1e-6, true, 256);
    return DecoderPolicy.fresh("tiny", config, folder, 1);
  }

  private static void resume(RunDirectory run) {
    RaftLoop.resume(run, LETTERS, VerifierCheck.forReward("math"), DecoderLearner::load)
        .run(RunContext.quiet());
  }
}
