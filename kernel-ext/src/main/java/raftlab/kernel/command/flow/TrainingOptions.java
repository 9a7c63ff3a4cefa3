package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import raftlab.train.Schedule;
import raftlab.train.TrainSettings;

/** How a policy learns: the options that finetune and run share. */
final class TrainingOptions {

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

  TrainSettings settings(long seed) {
    return TrainSettings.of(lr, seed)
        .withEpochs(epochs)
        .withBatchSize(batch)
        .withSchedule(schedule, 0);
  }
}
