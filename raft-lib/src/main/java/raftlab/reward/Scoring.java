package raftlab.reward;

import raftlab.core.Completion;
import raftlab.core.Prompt;

/** A reward as a lambda of a user: {@code (p, c) -> 1.0}. It may throw whatever it likes. */
@FunctionalInterface
public interface Scoring {

  /** Returns the reward of a completion; NaN skips it. */
  double score(Prompt prompt, Completion completion) throws Exception;
}
