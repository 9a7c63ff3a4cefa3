package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import raftlab.train.Schedule;
import raftlab.train.TrainSettings;

/** How a policy learns: the options that finetune and run share. */
final class TrainingOptions {

  /** Measured with seed 42, batches of 8, two samples per problem of Mini-500. */
  static final String WHY_2E_4 =
      "The default rate suits models of a million parameters: 5 rounds of 64 prompts took the"
          + " embedded model from 43.2 to 54.3 % at 2e-4, to 47.2 % at 2e-5.  Give a large model"
          + " --lr 2e-5 or less.";

  @Option(names = "--epochs", defaultValue = "1", description = "passes over the kept completions")
  int epochs;

  @Option(names = "--lr", defaultValue = "2e-4", description = "learning rate")
  double lr;

  @Option(names = "--batch", defaultValue = "64", description = "examples per step")
  int batch;

  @Option(
      names = "--schedule",
      defaultValue = "LINEAR",
      description = "course of the rate within a round: linear, cosine or constant")
  Schedule schedule;

  @Option(
      names = "--weight-decay",
      defaultValue = "0",
      description = "decoupled decay of matrices (${DEFAULT-VALUE})")
  double weightDecay;

  @Option(
      names = "--max-grad-norm",
      defaultValue = "1",
      description = "global norm to clip to, 0 for off (${DEFAULT-VALUE})")
  double maxGradNorm;

  TrainSettings settings(long seed) {
    return TrainSettings.of(lr, seed)
        .withEpochs(epochs)
        .withBatchSize(batch)
        .withRegularisation(weightDecay, maxGradNorm)
        .withSchedule(schedule, 0);
  }
}
