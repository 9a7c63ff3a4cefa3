package raftlab.reward.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.RunContext;
import raftlab.model.DecoderPolicy;
import raftlab.reward.GuardedReward;
import raftlab.reward.KlShaped;
import raftlab.reward.OnError;
import raftlab.train.Scoring;
import raftlab.train.TrainingExample;

/**
 * A reward less the cost of leaving a reference model, for completions that keep their tokens: the
 * sampler's log-probabilities stand for the policy, the reference model reads the same tokens (see
 * {@link KlShaped}).
 *
 * <p>Sampler and reference use different kernels, so a policy that is the reference has sums of
 * some thousandths of a nat rather than 0. Imported completions, which have no tokens, tokens of
 * another tokenizer, and sequences longer than the reference reads are skipped. Thread-safe: one
 * batch is read at a time.
 */
public final class ReferenceShaped implements BatchReward, AutoCloseable {

  private final RewardFunction reward;
  private final double beta;
  private final DecoderPolicy reference;

  /**
   * Takes the reference over.
   *
   * @param reward the task's reward
   * @param beta reward per nat, 0 or more
   * @param reference the frozen model
   */
  public ReferenceShaped(RewardFunction reward, double beta, DecoderPolicy reference) {
    this.reward = Checks.notNull(reward, "reward");
    this.beta = KlShaped.checked(beta);
    this.reference = Checks.notNull(reference, "reference model");
  }

  @Override
  public boolean countsKl() {
    return true;
  }

  @Override
  public String name() {
    return reward.name() + " - " + beta + " x KL (k1) to " + reference.id();
  }

  @Override
  public List<Reward> scoreAll(List<Prompt> prompts, List<Completion> completions) {
    List<Reward> tasks = tasks(prompts, completions);
    double[] sums = klSums(prompts, completions);
    List<Reward> shaped = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      shaped.add(KlShaped.shaped(tasks.get(i), beta, sums[i]));
    }
    return shaped;
  }

  /** A reward that is quicker on many at once gets them at once; others run side by side. */
  private List<Reward> tasks(List<Prompt> prompts, List<Completion> completions) {
    if (reward.batch() > 1) {
      return reward.scoreAll(prompts, completions);
    }
    GuardedReward guarded = new GuardedReward(reward, OnError.SKIP);
    return IntStream.range(0, prompts.size())
        .parallel()
        .mapToObj(i -> guarded.score(prompts.get(i), completions.get(i)))
        .toList();
  }

  /** Returns the sums in nats, NaN where the reference cannot read the tokens. */
  private synchronized double[] klSums(List<Prompt> prompts, List<Completion> completions) {
    double[] sums = new double[prompts.size()];
    List<Integer> readable = new ArrayList<>();
    List<TrainingExample> examples = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Double.NaN;
      int[] asked = reference.tokenizer().encodePrompt(prompts.get(i).text());
      int[] said = completions.get(i).trace().ids();
      if (asked.length > 0 && isReadable(asked.length, said, completions.get(i).text())) {
        readable.add(i);
        examples.add(example(asked, said));
      }
    }
    if (examples.isEmpty()) {
      return sums;
    }
    List<float[]> before = new Scoring(reference).logProbs(examples, RunContext.quiet());
    for (int i = 0; i < examples.size(); i++) {
      int index = readable.get(i);
      sums[index] = difference(completions.get(index).trace().logProbs(), before.get(i));
    }
    return sums;
  }

  private boolean isReadable(int asked, int[] said, String text) {
    return said.length > 0
        && asked + said.length <= reference.contextLength()
        && Arrays.stream(said).allMatch(id -> id < reference.config().vocabulary())
        && reference.tokenizer().decode(said).equals(text);
  }

  private static TrainingExample example(int[] asked, int[] said) {
    int[] tokens = Arrays.copyOf(asked, asked.length + said.length);
    System.arraycopy(said, 0, tokens, asked.length, said.length);
    return new TrainingExample(tokens, asked.length);
  }

  private static double difference(float[] now, float[] before) {
    double sum = 0;
    for (int t = 0; t < now.length; t++) {
      sum += (double) now[t] - before[t];
    }
    return sum;
  }

  @Override
  public void close() {
    reference.close();
  }
}
