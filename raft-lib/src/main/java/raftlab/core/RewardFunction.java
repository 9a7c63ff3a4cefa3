package raftlab.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores one completion of one prompt. Implementations are thread-safe and deterministic unless
 * they say otherwise; one that throws is recorded as {@link Reward#skipped}, never as zero.
 */
@FunctionalInterface
public interface RewardFunction {

  /** Scores a completion. */
  Reward score(Prompt prompt, Completion completion);

  /**
   * Scores many completions, each of the prompt at its place. The default scores one by one; a
   * function that is quicker on many at once overrides this and {@link #batch}.
   */
  default List<Reward> scoreAll(List<Prompt> prompts, List<Completion> completions) {
    List<Reward> rewards = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      rewards.add(score(prompts.get(i), completions.get(i)));
    }
    return rewards;
  }

  /** Returns how many completions it likes to score at once; 1 if that makes no difference. */
  default int batch() {
    return 1;
  }

  /**
   * Returns whether the distance to a reference policy is taken off already, so that a run which
   * does so too would count it twice.
   */
  default boolean countsKl() {
    return false;
  }

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
      public boolean countsKl() {
        return function.countsKl();
      }

      @Override
      public String name() {
        return name;
      }
    };
  }
}
