package raftlab.train;

import raftlab.core.Checks;

/**
 * How a policy is fine-tuned. AdamW as torch.optim.AdamW, decay on matrices only.
 *
 * @param epochs passes over the examples
 * @param batchSize examples in memory at a time, and per optimizer step if none are accumulated
 * @param learningRate peak rate
 * @param schedule course of the rate within one call
 * @param warmupSteps steps of linear rise at the start of each call
 * @param weightDecay decoupled decay
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param eps added to the root of the second moment
 * @param maxGradNorm global norm to clip to; 0 switches clipping off
 * @param seed decides the order of the examples
 * @param batching how examples become steps and micro-batches
 */
public record TrainSettings(
    int epochs,
    int batchSize,
    double learningRate,
    Schedule schedule,
    int warmupSteps,
    double weightDecay,
    double beta1,
    double beta2,
    double eps,
    double maxGradNorm,
    long seed,
    Batching batching) {

  public TrainSettings {
    Checks.usage(epochs >= 1, "--epochs " + epochs + " trains nothing", "", "Give 1 or more");
    Checks.usage(batchSize >= 1, "--batch " + batchSize + " holds nothing", "", "Give 1 or more");
    Checks.notNull(batching, "batching");
    Checks.usage(
        learningRate > 0 && Double.isFinite(learningRate),
        "--lr " + learningRate + " is not a learning rate",
        "",
        "Give a positive number such as 2e-5");
    Checks.usage(
        weightDecay >= 0 && Double.isFinite(weightDecay),
        "--weight-decay " + weightDecay + " is not a decay",
        "",
        "Give 0 (off) or more, such as 0.01");
    Checks.usage(
        maxGradNorm >= 0,
        "--max-grad-norm " + maxGradNorm + " is negative",
        "",
        "Give 0 (off) or more");
  }

  /** Settings with the usual batching. */
  public TrainSettings(
      int epochs,
      int batchSize,
      double learningRate,
      Schedule schedule,
      int warmupSteps,
      double weightDecay,
      double beta1,
      double beta2,
      double eps,
      double maxGradNorm,
      long seed) {
    this(
        epochs,
        batchSize,
        learningRate,
        schedule,
        warmupSteps,
        weightDecay,
        beta1,
        beta2,
        eps,
        maxGradNorm,
        seed,
        Batching.DEFAULT);
  }

  /** One pass with a constant rate, batches of 8, clipping at 1. */
  public static TrainSettings of(double learningRate, long seed) {
    return new TrainSettings(
        1, 8, learningRate, Schedule.CONSTANT, 0, 0, 0.9, 0.999, 1e-8, 1, seed);
  }

  public TrainSettings withEpochs(int value) {
    return new TrainSettings(
        value,
        batchSize,
        learningRate,
        schedule,
        warmupSteps,
        weightDecay,
        beta1,
        beta2,
        eps,
        maxGradNorm,
        seed,
        batching);
  }

  public TrainSettings withBatchSize(int value) {
    return new TrainSettings(
        epochs,
        value,
        learningRate,
        schedule,
        warmupSteps,
        weightDecay,
        beta1,
        beta2,
        eps,
        maxGradNorm,
        seed,
        batching);
  }

  public TrainSettings withLearningRate(double value) {
    return new TrainSettings(
        epochs,
        batchSize,
        value,
        schedule,
        warmupSteps,
        weightDecay,
        beta1,
        beta2,
        eps,
        maxGradNorm,
        seed,
        batching);
  }

  public TrainSettings withSchedule(Schedule value, int warmup) {
    return new TrainSettings(
        epochs,
        batchSize,
        learningRate,
        value,
        warmup,
        weightDecay,
        beta1,
        beta2,
        eps,
        maxGradNorm,
        seed,
        batching);
  }

  public TrainSettings withSeed(long value) {
    return new TrainSettings(
        epochs,
        batchSize,
        learningRate,
        schedule,
        warmupSteps,
        weightDecay,
        beta1,
        beta2,
        eps,
        maxGradNorm,
        value,
        batching);
  }

  /** Returns the settings with this decay of matrices and this bound of the gradient's norm. */
  public TrainSettings withRegularisation(double decay, double gradNorm) {
    return new TrainSettings(
        epochs,
        batchSize,
        learningRate,
        schedule,
        warmupSteps,
        decay,
        beta1,
        beta2,
        eps,
        gradNorm,
        seed,
        batching);
  }

  public TrainSettings withBatching(Batching value) {
    return new TrainSettings(
        epochs,
        batchSize,
        learningRate,
        schedule,
        warmupSteps,
        weightDecay,
        beta1,
        beta2,
        eps,
        maxGradNorm,
        seed,
        value);
  }

  /** Returns the examples of one optimizer step. */
  public int perStep() {
    return batchSize * batching.accumulate();
  }
}
