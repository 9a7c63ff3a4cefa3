package raftlab.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import raftlab.core.Funnel;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.core.Selector;

/** A selector made of filters and one rule. Immutable and thread-safe. */
record RuledSelector(
    List<Filter> filters, SelectionRule rule, Ties ties, double lengthPenalty, String describe)
    implements Selector {

  @Override
  public Selection select(ScoredSet scored, long seed) {
    List<Candidate> left = candidates(scored);
    List<Funnel.Stage> stages = new ArrayList<>();
    stages.add(new Funnel.Stage("generated", 0, left.size()));
    for (Filter filter : filters) {
      List<Candidate> passed = filter.left().apply(left);
      stages.add(stage(filter.name(), left, passed));
      left = passed;
    }
    List<Candidate> chosen = rule.choose(left, new Ranking(ties, lengthPenalty, seed));
    stages.add(stage(rule.name(), left, chosen));
    return new Selection(
        scored.name(),
        describe,
        chosen.stream().sorted(setOrder()).map(Candidate::selected).toList(),
        new Funnel(stages));
  }

  private static List<Candidate> candidates(ScoredSet scored) {
    List<Candidate> candidates = new ArrayList<>();
    for (int order = 0; order < scored.groups().size(); order++) {
      ScoredGroup group = scored.groups().get(order);
      int place = order;
      group.samples().forEach(sample -> candidates.add(new Candidate(place, group, sample)));
    }
    return candidates;
  }

  private static Funnel.Stage stage(String name, List<Candidate> before, List<Candidate> after) {
    return new Funnel.Stage(name, before.size() - after.size(), after.size());
  }

  private static Comparator<Candidate> setOrder() {
    return Comparator.comparingInt(Candidate::order)
        .thenComparing(Comparator.comparingInt(candidate -> candidate.completion().sampleIndex()));
  }
}
