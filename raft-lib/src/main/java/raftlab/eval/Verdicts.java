package raftlab.eval;

import java.util.Optional;
import raftlab.core.ScoredSet;
import raftlab.core.UserError;

/** Tells rewards that say right or wrong from rewards that only rank. */
public final class Verdicts {

  private Verdicts() {}

  /** Returns whether every reward that was not skipped is 1 (right), 0 or -1 (wrong). */
  public static boolean are(ScoredSet set) {
    return other(set).isEmpty() && set.values().findAny().isPresent();
  }

  /** Refuses rewards that are no verdicts. */
  static void require(ScoredSet set) {
    other(set)
        .ifPresent(
            value -> {
              throw new UserError(
                  set.rewardName() + " gives no verdicts: one of its rewards is " + value,
                  "right is 1 and wrong 0 or -1",
                  "Let the verifier grade: --by verifier");
            });
  }

  private static Optional<Double> other(ScoredSet set) {
    return set.values()
        .filter(value -> value != 1 && value != 0 && value != -1)
        .boxed()
        .findFirst();
  }
}
