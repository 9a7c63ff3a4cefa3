package raftlab.select;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import raftlab.core.ScoredGroup;
import raftlab.reward.TaskReward;

/** Groups of candidates, keyed by the place of their prompt and never by its text. */
final class Groups {

  private Groups() {}

  /** Returns the candidates of each prompt, in the order of the prompt set. */
  static Collection<List<Candidate>> of(List<Candidate> candidates) {
    return candidates.stream()
        .collect(Collectors.groupingBy(Candidate::order, TreeMap::new, Collectors.toList()))
        .values();
  }

  /** Returns whether every scored completion reaches the bar, the discarded ones included. */
  static boolean solved(ScoredGroup group, double bar) {
    return group.samples().stream()
        .mapToDouble(scored -> TaskReward.of(scored.reward()))
        .noneMatch(reward -> reward < bar);
  }

  /** Returns whether no scored completion reaches the bar, the discarded ones included. */
  static boolean failed(ScoredGroup group, double bar) {
    return group.samples().stream()
        .mapToDouble(scored -> TaskReward.of(scored.reward()))
        .noneMatch(reward -> reward >= bar);
  }
}
