package raftlab.reward;

import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.Stopped;
import raftlab.core.UserError;

/**
 * Applies the error policy to another reward: an exception or a skipped reward becomes skipped,
 * zero or the end of the work. Thread-safe if the wrapped reward is.
 */
public record GuardedReward(RewardFunction reward, OnError policy) implements RewardFunction {

  public GuardedReward {
    Checks.notNull(reward, "reward");
    Checks.notNull(policy, "error policy");
  }

  @Override
  public boolean countsKl() {
    return reward.countsKl();
  }

  @Override
  public String name() {
    return reward.name();
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    Reward scored = attempt(reward, prompt, completion);
    if (!scored.skipped()) {
      return scored;
    }
    return switch (policy) {
      case SKIP -> scored;
      case ZERO -> Reward.unknown(0, scored.reason(), scored.extracted());
      case FAIL ->
          throw new UserError(
              "reward "
                  + name()
                  + " failed on completion "
                  + completion.sampleIndex()
                  + " of prompt "
                  + prompt.id(),
              scored.reason(),
              "mend the reward, or go on without such completions by --on-error skip");
    };
  }

  /**
   * Scores a completion and turns an exception into a skipped reward. A stop on request and a
   * mistake of the user pass through.
   */
  static Reward attempt(RewardFunction reward, Prompt prompt, Completion completion) {
    try {
      Reward scored = reward.score(prompt, completion);
      return scored == null ? Reward.skipped("the reward returned nothing") : scored;
    } catch (Stopped | UserError passed) {
      throw passed;
    } catch (RuntimeException | StackOverflowError failure) {
      return Reward.skipped(describe(failure));
    }
  }

  /** Returns the kind and the message of a failure in a few words. */
  static String describe(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
  }
}
