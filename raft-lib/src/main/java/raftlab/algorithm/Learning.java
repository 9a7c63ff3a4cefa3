package raftlab.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.RunContext;
import raftlab.core.Selection;
import raftlab.core.UserError;
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
 * What happens to a policy in the learning phase: completions become examples with advantages, the
 * scores that the loss needs are computed, and the policy is trained.
 *
 * <p>Scores under the policy at the start of the round are computed by the training kernel before
 * the first step, not taken from the sampler, so that the first step's ratio is 1 exactly.
 *
 * @param policy what is trained, in place
 * @param tuner trains it
 * @param objective advantage and loss
 * @param reference gives the frozen policy; asked only if the objective refers to the start
 */
public record Learning(
    DecoderPolicy policy, FineTuner tuner, Objective objective, Supplier<DecoderPolicy> reference) {

  /**
   * Fine-tunes a policy on a selection; it is its own reference, as it is before.
   *
   * @throws UserError if the selection holds nothing that the objective can learn from
   */
  public static TrainReport once(
      DecoderPolicy policy,
      TrainSettings settings,
      Objective objective,
      Selection selection,
      RunContext context) {
    Objective own = objective.withReference(Reference.PREVIOUS);
    try (FineTuner tuner = new FineTuner(policy, settings)) {
      Learning learning = new Learning(policy, tuner, own, () -> policy);
      TrainReport report = learning.on(Experience.of(selection), context);
      if (report.steps() + report.skipped() == 0) {
        throw new UserError(
            selection.name() + " has no pair of a better and a worse completion",
            "dpo learns from pairs",
            "Select with --rule best-and-worst");
      }
      return report;
    }
  }

  /** Learns from a round; {@link TrainReport#NONE} if it holds nothing to learn from. */
  TrainReport on(Experience experience, RunContext context) {
    List<Lesson> lessons = Lesson.of(experience, objective);
    List<TrainingExample> examples = lessons.stream().map(this::example).toList();
    PolicyLoss loss = objective.loss().loss();
    boolean previous = objective.reference() == Reference.PREVIOUS;
    List<double[]> old =
        loss.needsOld() || (loss.needsReference() && previous)
            ? scores(policy, examples, context)
            : List.of();
    List<double[]> frozen =
        !loss.needsReference()
            ? List.of()
            : previous ? old : scores(reference.get(), examples, context);
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

  private static List<double[]> scores(
      DecoderPolicy policy, List<TrainingExample> examples, RunContext context) {
    return new Scoring(policy).logProbs(examples, context).stream().map(Scoring::wide).toList();
  }

  private TrainingExample example(Lesson lesson) {
    TrainingExample made = example(policy.tokenizer(), lesson.prompt(), lesson.completion());
    return objective.wholeText() ? new TrainingExample(made.tokens(), 1) : made;
  }

  /**
   * Returns the tokens to learn: those that were sampled, or the encoded text with an end token if
   * the completion was imported. A second encoding of sampled text could give other tokens than the
   * policy produced.
   */
  static TrainingExample example(Tokenizer tokenizer, Prompt asked, Completion answer) {
    int[] prompt = tokenizer.encodePrompt(asked.text());
    int[] completion = answer.trace().ids();
    if (completion.length == 0) {
      int[] text = tokenizer.encode(answer.text());
      completion = java.util.Arrays.copyOf(text, text.length + 1);
      completion[text.length] = tokenizer.endId();
    }
    int[] tokens = java.util.Arrays.copyOf(prompt, prompt.length + completion.length);
    System.arraycopy(completion, 0, tokens, prompt.length, completion.length);
    return new TrainingExample(tokens, prompt.length);
  }
}
