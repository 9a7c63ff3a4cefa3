package raftlab.tune;

import raftlab.core.Checks;

/**
 * How a row becomes tokens.
 *
 * @param lossOnAll whether the prompt is learnt as well as the completion
 * @param endToken whether an end token follows the text unless it is there already
 * @param maxLength longest example in tokens, cut on the right; 0 for the model's context
 */
public record TextSettings(boolean lossOnAll, boolean endToken, int maxLength) {

  /** The completion alone, up to and including an end token, as long as the model reads. */
  public static final TextSettings DEFAULT = new TextSettings(false, true, 0);

  public TextSettings {
    Checks.usage(
        maxLength == 0 || maxLength >= 2,
        "--max-length " + maxLength + " leaves nothing to learn",
        "",
        "Give 2 or more, or 0 for the model's context");
  }
}
