package raftlab.reward;

import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;

/**
 * Soft penalty for overlong completions, in [-1, 0] (arXiv 2503.14476, equation 13), for length n:
 *
 * <pre>
 *  0                                      n <= longest - margin
 *  ((longest - margin) - n) / margin      longest - margin < n <= longest
 * -1                                      n > longest
 * </pre>
 *
 * Lengths are {@link Completion#length()}: tokens, or characters of imported text. Thread-safe.
 *
 * @param longest L_max, at least 1
 * @param margin L_cache, the stretch over which the penalty grows; in 1 .. longest
 */
public record OverlongPenalty(int longest, int margin) implements RewardFunction {

  public OverlongPenalty {
    Checks.user(
        longest >= 1, "a longest length of " + longest + " leaves nothing", "", "Give 1 or more");
    Checks.user(
        margin >= 1 && margin <= longest,
        "a margin of " + margin + " does not fit a longest length of " + longest,
        "the penalty grows over the last " + margin + " units before the longest length",
        "Give --margin 1 to " + longest);
  }

  @Override
  public String name() {
    return "length";
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    int length = completion.length();
    return Reward.of(penalty(length), "length " + length + ", free up to " + (longest - margin));
  }

  private double penalty(int length) {
    int free = longest - margin;
    if (length <= free) {
      return 0;
    }
    return length > longest ? -1 : (free - length) / (double) margin;
  }
}
