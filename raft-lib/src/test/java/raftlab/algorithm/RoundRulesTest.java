package raftlab.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Policy;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.core.SamplingSettings;
import raftlab.core.Stopped;
import raftlab.core.TokenTrace;
import raftlab.core.UserError;
import raftlab.reward.ExactAnswer;
import raftlab.run.RunDirectory;
import raftlab.run.RunState;
import raftlab.select.SelectionSettings;
import raftlab.train.TrainReport;
import raftlab.train.TrainSettings;

/** The loop's rules, with a policy that answers from a table: no engine. */
class RoundRulesTest {

  @TempDir Path folder;

  /** Numbers of kept completions, in the order of the updates. */
  private final List<Integer> learned = new ArrayList<>();

  /** Answers right if its prompt's number is below a bound. */
  private final class TableLearner implements Learner {
    private final int right;

    TableLearner(int right) {
      this.right = right;
    }

    @Override
    public Policy policy() {
      return new Policy() {
        @Override
        public String id() {
          return "table";
        }

        @Override
        public int contextLength() {
          return 64;
        }
      };
    }

    @Override
    public Sampler sampler() {
      return (prompts, settings, context) ->
          new RolloutSet(
              prompts.name(),
              "table",
              settings,
              prompts.prompts().stream().map(this::rollout).toList());
    }

    @Override
    public List<double[]> klSums(RolloutSet rollouts, RunContext context) {
      throw new AssertionError("no rule of a round asks for it");
    }

    private Rollout rollout(Prompt prompt) {
      String answer = Integer.parseInt(prompt.id()) < right ? prompt.id() : "wrong";
      Completion said =
          new Completion(
              0,
              "\\boxed{" + answer + "}",
              TokenTrace.of(new int[] {1, 2}, new float[] {-0.5f, -0.5f}),
              FinishReason.END);
      return new Rollout(prompt, List.of(said));
    }

    @Override
    public TrainReport learn(Experience experience, RunContext context) {
      learned.add(experience.selection().kept().size());
      return TrainReport.NONE;
    }

    @Override
    public void save(Path place) {
      try {
        Files.writeString(place.resolve("right"), Integer.toString(right));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      // holds nothing
    }
  }

  private static PromptSet prompts(int count) {
    return new PromptSet(
        "numbers",
        "by hand",
        "00",
        IntStream.range(0, count)
            .mapToObj(i -> new Prompt("" + i, "say " + i, Map.of("answer", "" + i)))
            .toList());
  }

  private static final RewardFunction RIGHT =
      RewardFunction.named(
          "right",
          (prompt, completion) ->
              Reward.of(completion.text().contains("wrong") ? 0 : 1, "by the table"));

  private RaftLoop start(int right, int rounds, RunRules rules) {
    RaftSettings settings =
        new RaftSettings(
                rounds,
                4,
                SamplingSettings.of(1, 8, 7),
                SelectionSettings.bestOfK().withMinReward(1),
                TrainSettings.of(1e-3, 7).withBatchSize(4),
                1,
                1,
                1,
                7)
            .withRules(rules);
    return RaftLoop.start(
        RunDirectory.create(folder, "r"),
        settings,
        new TableLearner(right),
        prompts(12),
        prompts(3),
        RIGHT,
        new ExactAnswer(),
        (place, start, all) -> new TableLearner(right));
  }

  private RaftLoop resume(int right) {
    return RaftLoop.resume(
        RunDirectory.open(folder.resolve("r")),
        RIGHT,
        new ExactAnswer(),
        (place, start, all) -> new TableLearner(right));
  }

  @Test
  void deadRoundsAreCountedAcrossAResume() {
    AtomicInteger rounds = new AtomicInteger();
    RunContext stopsAfterTwoRounds =
        new RunContext(
            () -> rounds.get() >= 2,
            event -> {
              if (event instanceof raftlab.core.Event.IterationDone done && done.iteration() > 0) {
                rounds.incrementAndGet();
              }
            });
    RaftLoop first = start(0, 9, RunRules.NONE);
    assertThrows(Stopped.class, () -> first.run(stopsAfterTwoRounds));
    RaftLoop second = resume(0);
    UserError error = assertThrows(UserError.class, () -> second.run(RunContext.quiet()));
    assertTrue(error.getMessage().startsWith("nothing was kept in 3 rounds in a row."));
    assertEquals(2, RunDirectory.open(folder.resolve("r")).lastComplete());
  }

  @Test
  void aStopConditionEndsTheRunAfterTheRoundThatMeetsIt() {
    RunResult result = start(12, 9, new RunRules("reward>=1", 0)).run(RunContext.quiet());
    assertEquals(1, result.iterations());
    assertEquals(1.0, result.finalPass1());
    RunDirectory run = RunDirectory.open(folder.resolve("r"));
    assertEquals(RunState.DONE, RunState.of(run));
    assertEquals(1, resume(12).run(RunContext.quiet()).iterations());
    assertEquals(1, run.lastComplete());
  }

  @Test
  void aConditionThatIsNeverMetStopsNothing() {
    assertEquals(
        2, start(12, 2, new RunRules("entropy < 0.1", 0)).run(RunContext.quiet()).iterations());
  }

  @Test
  void aThinSelectionIsRefilledFromOtherPromptsUpToTheBound() {
    start(6, 1, RunRules.NONE).run(RunContext.quiet());
    int without = learned.get(0);
    assertTrue(without < 4, "the first round keeps " + without);
    learned.clear();
    raftlab.files.Folders.delete(folder.resolve("r"));
    start(6, 1, new RunRules("", 2)).run(RunContext.quiet());
    // All twelve prompts are drawn in three draws of four, and six of them can be answered.
    int with = learned.get(0);
    assertTrue(with > without && with <= 6, without + " then " + with);
    assertTrue(Files.exists(folder.resolve("r/iteration-001/refill-1/rewards.jsonl")));
    assertFalse(Files.exists(folder.resolve("r/iteration-001/refill-3")));
  }

  /** A round draws four completions of two tokens. */
  @Test
  void theRoundThatReachesTheBudgetOfTokensIsTheLast() {
    RunResult result = start(12, 9, new RunRules("", 0, 17)).run(RunContext.quiet());
    assertEquals(3, result.iterations());
    assertEquals(8.0, result.curve().get(3).get("tokens/sampled"));
    assertEquals(3, resume(12).run(RunContext.quiet()).iterations());
    raftlab.files.Folders.delete(folder.resolve("r"));
    assertEquals(2, start(12, 9, new RunRules("", 0, 16)).run(RunContext.quiet()).iterations());
  }

  @Test
  void theKlOfAConditionIsTheOneThatRoundsMeasure() {
    assertTrue(StopCondition.of("kl>0.5").holds(java.util.Map.of("kl_ref/k3", 0.6)));
  }

  @Test
  void conditionsAreReadStrictly() {
    assertEquals(new StopCondition("entropy_estimate", "<", 0.1), StopCondition.of("entropy<0.1"));
    assertEquals(new StopCondition("eval/pass@1", ">=", 0.9), StopCondition.of(" pass@1 >= 9e-1 "));
    assertEquals(
        "--stop-if \"entropy\" is not a condition.  Write it like \"entropy<0.1\".",
        assertThrows(UserError.class, () -> StopCondition.of("entropy")).getMessage());
    assertEquals(
        "--stop-if: no metric is called \"entropi\".  Did you mean entropy?",
        assertThrows(UserError.class, () -> StopCondition.of("entropi<1")).getMessage());
  }
}
