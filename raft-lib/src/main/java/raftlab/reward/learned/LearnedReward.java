package raftlab.reward.learned;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.model.RewardHead;
import raftlab.tokenize.Tokenizer;
import raftlab.train.RewardScoring;

/**
 * The reward of a Bradley-Terry model (algorithms.md card 9): one number for prompt and completion,
 * of any size and sign. It is known up to a constant per prompt only: compare it within a prompt.
 *
 * <p>Thread-safe: one batch is read at a time. What is longer than the model's context is skipped.
 */
public final class LearnedReward implements BatchReward, AutoCloseable {

  private final RewardHead head;
  private final String name;

  /** Takes the head over. */
  public LearnedReward(RewardHead head) {
    this.head = head;
    this.name = "model " + head.body().id();
  }

  /** Loads a folder that {@code train-reward} wrote. */
  public static LearnedReward load(Path folder) {
    return new LearnedReward(RewardHead.load(folder));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Reward> scoreAll(List<Prompt> prompts, List<Completion> completions) {
    Reward[] rewards = new Reward[prompts.size()];
    List<Integer> fitting = new ArrayList<>();
    List<int[]> sequences = new ArrayList<>();
    for (int i = 0; i < rewards.length; i++) {
      int[] tokens = tokens(head.body().tokenizer(), prompts.get(i).text(), completions.get(i));
      if (tokens.length > head.body().contextLength()) {
        rewards[i] =
            Reward.skipped(
                tokens.length + " tokens, the reward model reads " + head.body().contextLength());
      } else {
        fitting.add(i);
        sequences.add(tokens);
      }
    }
    double[] values = sequences.isEmpty() ? new double[0] : read(sequences);
    for (int i = 0; i < values.length; i++) {
      rewards[fitting.get(i)] = reward(values[i]);
    }
    return List.of(rewards);
  }

  private static Reward reward(double value) {
    return Double.isFinite(value)
        ? Reward.of(value, String.format(Locale.ROOT, "%.3f by the reward model", value))
        : Reward.skipped("the reward model gives no finite number");
  }

  private synchronized double[] read(List<int[]> sequences) {
    return RewardScoring.rewards(head, sequences);
  }

  /**
   * Returns what the model reads: prompt and text with an end token. The text is encoded anew,
   * since the policy may have another tokenizer; what was cut off has no end token.
   */
  static int[] tokens(Tokenizer tokenizer, String prompt, Completion completion) {
    int[] asked = tokenizer.encodePrompt(prompt);
    int[] said = tokenizer.encode(completion.text());
    int end = completion.truncated() ? 0 : 1;
    int[] tokens = Arrays.copyOf(asked, asked.length + said.length + end);
    System.arraycopy(said, 0, tokens, asked.length, said.length);
    if (end == 1) {
      tokens[tokens.length - 1] = tokenizer.endId();
    }
    return tokens;
  }

  @Override
  public void close() {
    head.close();
  }
}
