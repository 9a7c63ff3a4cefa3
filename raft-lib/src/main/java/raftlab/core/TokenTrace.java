package raftlab.core;

import java.util.Arrays;

/**
 * The tokens of one completion and the log-probability the sampling policy gave to each, in nats.
 *
 * <p>Token ids include the end token where one was produced. Log-probabilities are those of the
 * untempered, unfiltered distribution (temperature 1), which is what importance ratios need.
 * Immutable and safe to share.
 */
public final class TokenTrace {

  /** The trace of a completion that was imported without tokens. */
  public static final TokenTrace NONE = new TokenTrace(new int[0], new float[0]);

  private final int[] ids;
  private final float[] logProbs;

  private TokenTrace(int[] ids, float[] logProbs) {
    this.ids = ids;
    this.logProbs = logProbs;
  }

  /** Copies both arrays, which must have the same length. */
  public static TokenTrace of(int[] ids, float[] logProbs) {
    Checks.that(
        ids.length == logProbs.length,
        () -> ids.length + " tokens but " + logProbs.length + " log-probabilities");
    return new TokenTrace(ids.clone(), logProbs.clone());
  }

  /** Returns the number of tokens, the end token included. */
  public int size() {
    return ids.length;
  }

  /** Returns the token at a position. */
  public int id(int position) {
    return ids[position];
  }

  /** Returns the log-probability of the token at a position, in nats. */
  public float logProb(int position) {
    return logProbs[position];
  }

  /** Returns a copy of the token ids. */
  public int[] ids() {
    return ids.clone();
  }

  /** Returns a copy of the log-probabilities. */
  public float[] logProbs() {
    return logProbs.clone();
  }

  /** Returns the log-probability of the whole completion, in nats. */
  public double totalLogProb() {
    double total = 0;
    for (float logProb : logProbs) {
      total += logProb;
    }
    return total;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenTrace that
        && Arrays.equals(ids, that.ids)
        && Arrays.equals(logProbs, that.logProbs);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ids) + Arrays.hashCode(logProbs);
  }

  @Override
  public String toString() {
    return ids.length + " tokens";
  }
}
