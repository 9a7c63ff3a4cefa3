package raftlab.reward.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RunContext;
import raftlab.core.TokenTrace;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.data.PreferencePair;
import raftlab.loss.BradleyTerry;
import raftlab.model.DecoderPolicy;
import raftlab.model.RewardHead;
import raftlab.model.RewardReading;
import raftlab.model.TinyPolicy;
import raftlab.train.RewardScoring;
import raftlab.train.TrainSettings;

class RewardTrainingTest {

  private static final RewardTraining TRAINING =
      new RewardTraining(
          TrainSettings.of(1e-2, 3).withEpochs(4).withBatchSize(8), new BradleyTerry(0), 0.25);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void learnsWhichCompletionIsBetter(RewardReading reading) {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        RewardHead head = TRAINING.head(policy, reading)) {
      RewardTraining.Outcome outcome = TRAINING.train(head, pairs(60), RunContext.quiet());
      assertTrue(outcome.after().accuracy() >= 0.9, outcome.toString());
      assertTrue(outcome.before().meanMargin() < outcome.after().meanMargin());
      assertEquals(
          outcome.after().pairs(),
          outcome.after().histogram().stream().mapToInt(PairReport.Bin::count).sum());
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameRewardsAfterSavingAndLoading(RewardReading reading) {
    Path saved = folder.resolve("reward");
    Prompt prompt = new Prompt("p", "one and", Map.of());
    Completion said = Completion.imported(0, " two");
    Reward before;
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        RewardHead head = TRAINING.head(policy, reading)) {
      TRAINING.train(head, pairs(20), RunContext.quiet());
      head.save(saved);
      before = new LearnedReward(head).score(prompt, said);
    }
    try (LearnedReward loaded = LearnedReward.load(saved)) {
      assertEquals(before.value(), loaded.score(prompt, said).value(), 1e-4);
      assertEquals(loaded.score(prompt, said), LearnedReward.load(saved).score(prompt, said));
    }
  }

  @ParameterizedTest
  @EnumSource
  void scoresInBatchesWhatItScoresAlone(RewardReading reading) {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        RewardHead head = TRAINING.head(policy, reading);
        LearnedReward reward = new LearnedReward(head)) {
      Prompt prompt = new Prompt("p", "one and", Map.of());
      List<Completion> said =
          List.of(
              Completion.imported(0, " two"),
              Completion.imported(1, "x ".repeat(200)),
              Completion.imported(2, " one and two is four"));
      List<Reward> together = reward.scoreAll(List.of(prompt, prompt, prompt), said);
      assertTrue(together.get(1).skipped());
      assertEquals(reward.score(prompt, said.get(0)).value(), together.get(0).value(), 1e-5);
      assertEquals(reward.score(prompt, said.get(2)).value(), together.get(2).value(), 1e-5);
    }
  }

  /** With causal attention the prompt adds the same to both, so the sum says how they differ. */
  @Test
  void aSumAddsUpWhatEachTokenIsWorth() {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        RewardHead last = TRAINING.head(policy, RewardReading.LAST);
        RewardHead sum = TRAINING.head(policy, RewardReading.SUM)) {
      int[] tokens = policy.tokenizer().encode("one and two is four");
      double expected = 0;
      for (int length = 1; length <= tokens.length; length++) {
        expected += RewardScoring.rewards(last, List.of(Arrays.copyOf(tokens, length)))[0];
      }
      assertEquals(
          expected * RewardReading.SUM.scale(),
          RewardScoring.rewards(sum, List.of(tokens))[0],
          1e-4);
    }
  }

  @Test
  void refusesAReadingThatIsNotThere() {
    assertThrows(UsageError.class, () -> RewardReading.named("first"));
  }

  @Test
  void leavesThePolicyItStartedFromAlone() {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        RewardHead head = TRAINING.head(policy, RewardReading.LAST)) {
      String before = policy.weightsHash();
      TRAINING.train(head, pairs(20), RunContext.quiet());
      policy.weightsChanged();
      assertEquals(before, policy.weightsHash());
    }
  }

  @Test
  void skipsWhatIsLongerThanItsContext() {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1);
        RewardHead head = TRAINING.head(policy, RewardReading.LAST);
        LearnedReward reward = new LearnedReward(head)) {
      Completion endless = Completion.imported(0, "x ".repeat(200));
      Reward found = reward.score(new Prompt("p", "one", Map.of()), endless);
      assertTrue(found.skipped(), found.reason());
    }
  }

  @Test
  void givesNoEndTokenToWhatWasCutOff() {
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1)) {
      Completion cut = new Completion(0, "two", TokenTrace.NONE, FinishReason.LENGTH);
      int[] whole = LearnedReward.tokens(policy.tokenizer(), "one", Completion.imported(0, "two"));
      int[] part = LearnedReward.tokens(policy.tokenizer(), "one", cut);
      assertEquals(part.length + 1, whole.length);
      assertEquals(policy.tokenizer().endId(), whole[whole.length - 1]);
    }
  }

  @Test
  void readsPairsAndSaysWhichColumnIsMissing() throws Exception {
    Path file = folder.resolve("pairs.jsonl");
    Files.write(
        file,
        List.of(
            "{\"prompt\": \"a\", \"chosen\": \"b\", \"rejected\": \"c\", \"level\": 3}",
            "{\"prompt\": \"a\", \"chosen\": \"b\"}"));
    UserError error = assertThrows(UserError.class, () -> PreferencePair.read(file));
    assertTrue(error.getMessage().contains("rejected"), error.getMessage());
    assertTrue(error.getMessage().contains("2"), error.getMessage());
  }

  @Test
  void refusesAFolderWithoutAHead() {
    TinyPolicy.in(folder, 1).close();
    UserError error = assertThrows(UserError.class, () -> RewardHead.load(folder));
    assertTrue(error.advice().contains("train-reward"), error.getMessage());
  }

  /** The better completion says two, the worse says one, whatever the prompt. */
  private static List<PreferencePair> pairs(int count) {
    List<PreferencePair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Prompt prompt = new Prompt("p" + i, "one and " + "one ".repeat(i % 5) + i, Map.of());
      pairs.add(new PreferencePair(prompt, "is two", "is one"));
    }
    return pairs;
  }
}
