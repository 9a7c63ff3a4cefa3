package raftlab.select;

import raftlab.core.Completion;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.Selected;
import raftlab.reward.TaskReward;

/**
 * A completion that may still be selected.
 *
 * @param order the place of its group in the scored set, from 0
 * @param group its whole group, with the completions that were discarded
 * @param scored the completion and its reward
 */
record Candidate(int order, ScoredGroup group, Scored scored) {

  Completion completion() {
    return scored.completion();
  }

  /** Returns what it is ranked by; negative zero counts as zero. */
  double value() {
    return scored.value() + 0.0;
  }

  double taskReward() {
    return TaskReward.of(scored.reward());
  }

  Selected selected() {
    return new Selected(group.prompt(), completion(), scored.value());
  }
}
