package raftlab.select;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
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

  /** Returns whether no scored completion misses the bar, the discarded ones included. */
  static boolean solved(ScoredGroup group, double bar) {
    return taskRewards(group).allMatch(reward -> reward >= bar);
  }

  /** Returns whether no scored completion reaches the bar, the discarded ones included. */
  static boolean failed(ScoredGroup group, double bar) {
    return taskRewards(group).noneMatch(reward -> reward >= bar);
  }

  /** Returns whether all scored completions have the same task reward, as a single one has. */
  static boolean equal(ScoredGroup group) {
    return taskRewards(group).distinct().count() <= 1;
  }

  /** Returns the share of scored completions that reach the bar; 0 without any. */
  static double solveRate(ScoredGroup group, double bar) {
    return taskRewards(group).map(reward -> reward >= bar ? 1 : 0).average().orElse(0);
  }

  private static DoubleStream taskRewards(ScoredGroup group) {
    return group.samples().stream()
        .filter(scored -> !scored.reward().skipped())
        .mapToDouble(scored -> TaskReward.of(scored.reward()) + 0.0); // -0 is 0
  }
}
