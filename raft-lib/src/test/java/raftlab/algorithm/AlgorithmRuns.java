package raftlab.algorithm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.Event;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.data.minimath.MiniMath;
import raftlab.model.DecoderConfig;
import raftlab.model.DecoderPolicy;
import raftlab.reward.VerifierCheck;
import raftlab.run.RunDirectory;
import raftlab.select.SelectionSettings;
import raftlab.tokenize.BpeTrainer;
import raftlab.train.TrainSettings;

/** Runs of two rounds with a tiny policy, under any algorithm. */
final class AlgorithmRuns {

  static final int ROUNDS = 2;

  /** Pays for letters e, less one: any policy earns above and below zero. */
  static final RewardFunction LETTERS =
      RewardFunction.named(
          "letters",
          (prompt, completion) ->
              Reward.of(completion.text().chars().filter(c -> c == 'e').count() - 1.0, "e"));

  private AlgorithmRuns() {}

  /** Settings that use every part of an algorithm's loss, KL and entropy included. */
  static RaftSettings settings(Algorithm algorithm) {
    Objective objective = algorithm.objective(16);
    if (objective.loss().kind() != raftlab.loss.LossKind.DPO) {
      objective =
          objective.withLoss(
              objective.loss().withKl(0.01, objective.loss().estimator()).withEntropy(0.001));
    }
    return settings(algorithm.selection().withDiscards(false, false, false), objective, ROUNDS, 4);
  }

  static RaftSettings settings(
      SelectionSettings selection, Objective objective, int rounds, int k) {
    return new RaftSettings(
        rounds,
        6,
        SamplingSettings.of(k, 16, 7),
        selection,
        TrainSettings.of(1e-3, 7).withBatchSize(3),
        1,
        1,
        1,
        7,
        RunRules.NONE,
        objective);
  }

  static RaftLoop start(Path runs, RaftSettings settings, RewardFunction reward) {
    PromptSet all = MiniMath.mini500();
    PromptSet problems =
        new PromptSet("few", all.source(), all.sha256(), all.prompts().subList(0, 4));
    try (DecoderLearner learner =
        new DecoderLearner(tiny(runs.resolve("tokenizer")), settings.training())) {
      return RaftLoop.start(
          RunDirectory.create(runs, "r"),
          settings,
          learner,
          MiniMath.train(20, 3),
          problems,
          reward,
          VerifierCheck.forReward("math"),
          DecoderLearner::load);
    }
  }

  static void resume(Path runs) {
    RaftLoop.resume(
            RunDirectory.open(runs.resolve("r")),
            LETTERS,
            VerifierCheck.forReward("math"),
            DecoderLearner::load)
        .run(RunContext.quiet());
  }

  static String hash(Path runs, int round) {
    RunDirectory run = RunDirectory.open(runs.resolve("r"));
    try (DecoderPolicy policy = DecoderPolicy.load(run.checkpoint(round))) {
      return policy.weightsHash();
    }
  }

  /** A context that collects the notes. */
  static RunContext listening(List<String> notes) {
    return RunContext.quiet()
        .andTell(
            event -> {
              if (event instanceof Event.Note note) {
                notes.add(note.text());
              }
            });
  }

  static List<String> notes(RaftLoop loop) {
    List<String> notes = new ArrayList<>();
    loop.run(listening(notes));
    return notes;
  }

  private static DecoderPolicy tiny(Path folder) {
    BpeTrainer.train(List.of("What is the answer?", "So the answer is 7."), 280).save(folder);
    DecoderConfig config =
        new DecoderConfig("qwen2", 280, 32, 2, 4, 2, 8, 48, 10_000, 1e-6, true, 256);
    return DecoderPolicy.fresh("tiny", config, folder, 1);
  }
}
