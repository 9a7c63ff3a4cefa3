package raftlab.algorithm;

import java.nio.file.Files;
import java.nio.file.Path;
import raftlab.core.Policy;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.generate.DecoderSampler;
import raftlab.model.DecoderPolicy;
import raftlab.train.FineTuner;
import raftlab.train.TrainReport;
import raftlab.train.TrainSettings;

/** A decoder that learns by an {@link Objective}. */
public final class DecoderLearner implements Learner {

  private final DecoderPolicy policy;
  private final FineTuner tuner;
  private final Objective objective;
  private final Path start;
  private DecoderPolicy reference;

  /** Takes the policy over: it is trained in place and closed with the learner. */
  public DecoderLearner(DecoderPolicy policy, TrainSettings settings) {
    this(policy, settings, Objective.fineTuning(), null);
  }

  /**
   * Takes the policy over: it is trained in place and closed with the learner.
   *
   * @param start the model folder of the frozen reference, read when first needed; may be null if
   *     the objective needs none
   */
  public DecoderLearner(
      DecoderPolicy policy, TrainSettings settings, Objective objective, Path start) {
    this.policy = policy;
    this.tuner = new FineTuner(policy, settings);
    this.objective = objective;
    this.start = start;
  }

  /** Loads a checkpoint with its training state, or a bare model folder. */
  public static DecoderLearner load(Path folder, Path start, RaftSettings settings) {
    DecoderPolicy policy = DecoderPolicy.load(folder);
    DecoderLearner learner =
        new DecoderLearner(policy, settings.training(), settings.objective(), start);
    if (Files.exists(folder.resolve("trainer.txt"))) {
      learner.tuner.loadState(folder);
    }
    return learner;
  }

  @Override
  public Policy policy() {
    return policy;
  }

  @Override
  public Sampler sampler() {
    return new DecoderSampler(policy);
  }

  @Override
  public TrainReport learn(Experience experience, RunContext context) {
    if (objective.resetOptimizer()) {
      tuner.resetOptimizer();
    }
    return new Learning(policy, tuner, objective, this::reference).on(experience, context);
  }

  private DecoderPolicy reference() {
    if (reference == null) {
      reference = DecoderPolicy.load(start);
    }
    return reference;
  }

  @Override
  public void save(Path folder) {
    policy.save(folder);
    tuner.saveState(folder);
  }

  @Override
  public void close() {
    tuner.close();
    policy.close();
    if (reference != null) {
      reference.close();
    }
  }
}
