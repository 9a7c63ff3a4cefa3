package raftlab.train;

import java.util.Arrays;
import raftlab.core.Checks;

/**
 * A sequence to learn from.
 *
 * @param tokens prompt and completion, the end token included; not copied, not to be changed
 * @param promptLength how many tokens at the start carry no loss; at least 1, since nothing
 *     predicts the first token
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, see equals
public record TrainingExample(int[] tokens, int promptLength) {

  public TrainingExample {
    Checks.atLeast(promptLength, 1, "prompt length");
    int size = tokens.length;
    Checks.that(
        size > promptLength, () -> "nothing to learn: " + size + " tokens, all of the prompt");
  }

  /** Returns how many tokens carry a loss. */
  public int lossTokens() {
    return tokens.length - promptLength;
  }

  /** Fails with a {@link raftlab.core.UserError} if this is longer than {@code context} tokens. */
  void checkFits(int context) {
    Checks.user(
        tokens.length <= context,
        "an example of "
            + tokens.length
            + " tokens is longer than the "
            + context
            + " that the model reads",
        "",
        "Leave it out or take a model with a longer context");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrainingExample that
        && promptLength == that.promptLength
        && Arrays.equals(tokens, that.tokens);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(tokens) + promptLength;
  }

  @Override
  public String toString() {
    return tokens.length + " tokens, " + promptLength + " of them prompt";
  }
}
