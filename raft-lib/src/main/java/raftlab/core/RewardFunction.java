package raftlab.core;

/**
 * Scores one completion of one prompt. Implementations are thread-safe and deterministic unless
 * they say otherwise; one that throws is recorded as {@link Reward#skipped}, never as zero.
 */
@FunctionalInterface
public interface RewardFunction {

  /** Scores a completion. */
  Reward score(Prompt prompt, Completion completion);

  /** Returns the name recorded with every score. */
  default String name() {
    return "lambda";
  }

  /** Gives a function the name it is known by. */
  static RewardFunction named(String name, RewardFunction function) {
    return new RewardFunction() {
      @Override
      public Reward score(Prompt prompt, Completion completion) {
        return function.score(prompt, completion);
      }

      @Override
      public String name() {
        return name;
      }
    };
  }
}
