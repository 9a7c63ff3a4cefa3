package raftlab.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import raftlab.core.ScoredGroup;

/**
 * The discards and group filters that settings ask for, in the order of the funnel.
 *
 * <p>Whether a group is solved or failed is decided on all its scored completions, the discarded
 * ones included, so that a discard cannot turn a mixed group into a solved one.
 */
final class Filters {

  private Filters() {}

  /** Returns the stages; the first removes skipped completions, which have no reward. */
  static List<Filter> of(SelectionSettings settings) {
    List<Filter> filters = new ArrayList<>();
    filters.add(each("not skipped", candidate -> !candidate.scored().reward().skipped()));
    if (settings.discards().truncated()) {
      filters.add(each("not truncated", candidate -> !candidate.completion().truncated()));
    }
    if (settings.discards().empty()) {
      filters.add(each("not empty", candidate -> !candidate.completion().text().isBlank()));
    }
    if (settings.discards().duplicate()) {
      filters.add(new Filter("not duplicate", Filters::withoutDuplicates));
    }
    filters.addAll(groups(settings.groups(), settings.threshold()));
    if (settings.minReward() > Double.NEGATIVE_INFINITY) {
      double least = settings.minReward();
      filters.add(each("min-reward", candidate -> candidate.taskReward() >= least));
    }
    return List.copyOf(filters);
  }

  private static List<Filter> groups(GroupFilter groups, double bar) {
    List<Filter> filters = new ArrayList<>();
    if (groups.dropSolved()) {
      filters.add(each("not solved", candidate -> !Groups.solved(candidate.group(), bar)));
    }
    if (groups.dropFailed()) {
      filters.add(each("not failed", candidate -> !Groups.failed(candidate.group(), bar)));
    }
    if (groups.dropEqual()) {
      filters.add(each("not equal", candidate -> !Groups.equal(candidate.group())));
    }
    if (groups.banded()) {
      filters.add(each("solve-rate", candidate -> inBand(candidate.group(), groups, bar)));
    }
    return filters;
  }

  private static boolean inBand(ScoredGroup group, GroupFilter band, double bar) {
    double rate = Groups.solveRate(group, bar);
    return rate >= band.leastRate() && rate <= band.mostRate();
  }

  private static Filter each(String name, Predicate<Candidate> passes) {
    return new Filter(name, candidates -> candidates.stream().filter(passes).toList());
  }

  private static List<Candidate> withoutDuplicates(List<Candidate> candidates) {
    Map<Integer, Set<String>> seen = new HashMap<>();
    return candidates.stream()
        .filter(
            candidate ->
                seen.computeIfAbsent(candidate.order(), order -> new HashSet<>())
                    .add(candidate.completion().text()))
        .toList();
  }
}
