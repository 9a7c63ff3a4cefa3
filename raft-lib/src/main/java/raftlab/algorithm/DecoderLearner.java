package raftlab.algorithm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.Completion;
import raftlab.core.Policy;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.generate.DecoderSampler;
import raftlab.model.DecoderPolicy;
import raftlab.train.FineTuner;
import raftlab.train.Scoring;
import raftlab.train.TrainReport;
import raftlab.train.TrainSettings;
import raftlab.train.TrainingExample;

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

  /**
   * Both policies' log-probabilities are computed by the training kernel, so that the sum is
   * exactly 0 while the policy is still the start.
   */
  @Override
  public List<double[]> klSums(RolloutSet rollouts, RunContext context) {
    List<TrainingExample> examples = new ArrayList<>();
    for (Rollout rollout : rollouts.rollouts()) {
      for (Completion completion : rollout.completions()) {
        examples.add(Learning.example(policy.tokenizer(), rollout.prompt(), completion));
      }
    }
    List<float[]> now = new Scoring(policy).logProbs(examples, context);
    List<float[]> before = new Scoring(reference()).logProbs(examples, context);
    List<double[]> sums = new ArrayList<>();
    int next = 0;
    for (Rollout rollout : rollouts.rollouts()) {
      double[] group = new double[rollout.completions().size()];
      for (int i = 0; i < group.length; i++, next++) {
        group[i] = difference(now.get(next), before.get(next));
      }
      sums.add(group);
    }
    return sums;
  }

  private static double difference(float[] now, float[] before) {
    double sum = 0;
    for (int t = 0; t < now.length; t++) {
      sum += (double) now[t] - before[t];
    }
    return sum;
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
