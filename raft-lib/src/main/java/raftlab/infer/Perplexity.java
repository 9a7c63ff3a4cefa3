package raftlab.infer;

import java.util.Arrays;
import java.util.List;
import raftlab.core.Checks;
import raftlab.core.RunContext;
import raftlab.model.DecoderPolicy;
import raftlab.tokenize.Tokenizer;
import raftlab.train.Scoring;
import raftlab.train.TrainingExample;

/**
 * The perplexity of reference replies under a policy: exp of minus the mean log-probability per
 * token, end tokens included and prompts only read (arXiv 2304.06767, Table 3: on chosen replies).
 */
public final class Perplexity {

  private Perplexity() {}

  /** A prompt and a reply that follows it. */
  public record Reference(String prompt, String reply) {}

  /** Returns the perplexity over all tokens of all replies; at least one reply. */
  public static double of(DecoderPolicy policy, List<Reference> references, RunContext context) {
    Checks.that(!references.isEmpty(), () -> "no replies to measure perplexity on");
    List<TrainingExample> examples =
        references.stream().map(each -> example(policy.tokenizer(), each)).toList();
    double sum = 0;
    long tokens = 0;
    for (float[] logProbs : new Scoring(policy).logProbs(examples, context)) {
      for (float logProb : logProbs) {
        sum += logProb;
      }
      tokens += logProbs.length;
    }
    return Math.exp(-sum / tokens);
  }

  private static TrainingExample example(Tokenizer tokenizer, Reference reference) {
    int[] prompt = tokenizer.encodePrompt(reference.prompt());
    int[] reply = tokenizer.encode(reference.reply());
    int[] tokens = Arrays.copyOf(prompt, prompt.length + reply.length + 1);
    System.arraycopy(reply, 0, tokens, prompt.length, reply.length);
    tokens[tokens.length - 1] = tokenizer.endId();
    return new TrainingExample(tokens, prompt.length);
  }
}
