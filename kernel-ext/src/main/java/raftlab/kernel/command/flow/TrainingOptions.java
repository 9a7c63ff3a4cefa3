package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import raftlab.train.TrainSettings;

/** How a policy learns: the options that finetune and run share. */
final class TrainingOptions {

  @Option(names = "--epochs", defaultValue = "1", description = "passes over the kept completions")
  int epochs;

  @Option(names = "--lr", defaultValue = "5e-4", description = "learning rate")
  double lr;

  @Option(names = "--batch", defaultValue = "32", description = "examples per step")
  int batch;

  TrainSettings settings(long seed) {
    return TrainSettings.of(lr, seed).withEpochs(epochs).withBatchSize(batch);
  }
}
