package raftlab.algorithm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Completion;
import raftlab.core.Policy;
import raftlab.core.Prompt;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.core.Selected;
import raftlab.generate.DecoderSampler;
import raftlab.loss.KlEstimator;
import raftlab.loss.PolicyLoss;
import raftlab.model.DecoderPolicy;
import raftlab.tokenize.Tokenizer;
import raftlab.train.FineTuner;
import raftlab.train.ScoredExample;
import raftlab.train.Scoring;
import raftlab.train.TrainReport;
import raftlab.train.TrainSettings;
import raftlab.train.TrainingExample;

/**
 * A decoder that learns by an {@link Objective}. Scores under the policy at the start of the round
 * are computed by the training kernel before the first step, not taken from the sampler, so that
 * the first step's ratio is 1 exactly.
 */
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
    List<Lesson> lessons = Lesson.of(experience, objective);
    List<TrainingExample> examples = lessons.stream().map(this::example).toList();
    PolicyLoss loss = objective.loss().loss();
    boolean previous = objective.reference() == Reference.PREVIOUS;
    List<double[]> old =
        loss.needsOld() || (loss.needsReference() && previous)
            ? scores(policy, examples, context)
            : List.of();
    List<double[]> frozen = List.of();
    if (loss.needsReference()) {
      frozen = previous ? old : scores(reference(), examples, context);
    }
    List<ScoredExample> scored = new ArrayList<>();
    for (int i = 0; i < lessons.size(); i++) {
      scored.add(
          new ScoredExample(
              examples.get(i),
              lessons.get(i).advantage(),
              loss.needsOld() ? old.get(i) : new double[0],
              loss.needsReference() ? frozen.get(i) : new double[0]));
    }
    return measured(tuner.train(scored, loss, context), scored);
  }

  /** Adds the KL of the round's start to the reference, over the tokens that were learnt. */
  private static TrainReport measured(TrainReport report, List<ScoredExample> scored) {
    double sum = 0;
    long tokens = 0;
    for (ScoredExample each : scored) {
      int both = Math.min(each.old().length, each.reference().length);
      for (int t = 0; t < both; t++) {
        sum += KlEstimator.K3.value(each.old()[t], each.reference()[t]);
      }
      tokens += both;
    }
    Map<String, Double> metrics = new TreeMap<>(report.metrics());
    if (tokens > 0) {
      metrics.put("kl_ref/k3", sum / tokens);
    }
    return report.withMetrics(metrics);
  }

  private DecoderPolicy reference() {
    if (reference == null) {
      reference = DecoderPolicy.load(start);
    }
    return reference;
  }

  private static List<double[]> scores(
      DecoderPolicy policy, List<TrainingExample> examples, RunContext context) {
    return new Scoring(policy).logProbs(examples, context).stream().map(Scoring::wide).toList();
  }

  @Override
  public void save(Path folder) {
    policy.save(folder);
    tuner.saveState(folder);
  }

  private TrainingExample example(Lesson lesson) {
    TrainingExample made = example(policy.tokenizer(), lesson.prompt(), lesson.completion());
    return objective.wholeText() ? new TrainingExample(made.tokens(), 1) : made;
  }

  /** Returns the tokens to learn of a kept completion. */
  public static TrainingExample example(Tokenizer tokenizer, Selected selected) {
    return example(tokenizer, selected.prompt(), selected.completion());
  }

  /**
   * Returns the tokens to learn: those that were sampled, or the encoded text with an end token if
   * the completion was imported. A second encoding of sampled text could give other tokens than the
   * policy produced.
   */
  static TrainingExample example(Tokenizer tokenizer, Prompt asked, Completion answer) {
    int[] prompt = tokenizer.encode(asked.text());
    int[] completion = answer.trace().ids();
    if (completion.length == 0) {
      int[] text = tokenizer.encode(answer.text());
      completion = java.util.Arrays.copyOf(text, text.length + 1);
      completion[text.length] = tokenizer.endIds()[0];
    }
    int[] tokens = java.util.Arrays.copyOf(prompt, prompt.length + completion.length);
    System.arraycopy(completion, 0, tokens, prompt.length, completion.length);
    return new TrainingExample(tokens, prompt.length);
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
