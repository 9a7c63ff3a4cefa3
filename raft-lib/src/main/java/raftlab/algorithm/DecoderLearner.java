package raftlab.algorithm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import raftlab.core.Policy;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.core.Selected;
import raftlab.generate.DecoderSampler;
import raftlab.model.DecoderPolicy;
import raftlab.tokenize.Tokenizer;
import raftlab.train.FineTuner;
import raftlab.train.TrainReport;
import raftlab.train.TrainSettings;
import raftlab.train.TrainingExample;

/** A decoder that learns by masked negative log-likelihood. */
public final class DecoderLearner implements Learner {

  private final DecoderPolicy policy;
  private final FineTuner tuner;

  /** Takes the policy over: it is trained in place and closed with the learner. */
  public DecoderLearner(DecoderPolicy policy, TrainSettings settings) {
    this.policy = policy;
    this.tuner = new FineTuner(policy, settings);
  }

  /** Loads a checkpoint with its training state, or a bare model folder. */
  public static DecoderLearner load(Path folder, RaftSettings settings) {
    DecoderPolicy policy = DecoderPolicy.load(folder);
    DecoderLearner learner = new DecoderLearner(policy, settings.training());
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
  public TrainReport learn(List<Selected> kept, RunContext context) {
    return tuner.train(
        kept.stream().map(each -> example(policy.tokenizer(), each)).toList(), context);
  }

  @Override
  public void save(Path folder) {
    policy.save(folder);
    tuner.saveState(folder);
  }

  /**
   * Returns the tokens to learn: those that were sampled, or the encoded text with an end token if
   * the completion was imported. A second encoding of sampled text could give other tokens than the
   * policy produced.
   */
  public static TrainingExample example(Tokenizer tokenizer, Selected selected) {
    int[] prompt = tokenizer.encodePrompt(selected.prompt().text());
    int[] completion = selected.completion().trace().ids();
    if (completion.length == 0) {
      int[] text = tokenizer.encode(selected.completion().text());
      completion = java.util.Arrays.copyOf(text, text.length + 1);
      completion[text.length] = tokenizer.endId();
    }
    int[] tokens = java.util.Arrays.copyOf(prompt, prompt.length + completion.length);
    System.arraycopy(completion, 0, tokens, prompt.length, completion.length);
    return new TrainingExample(tokens, prompt.length);
  }

  @Override
  public void close() {
    tuner.close();
    policy.close();
  }
}
