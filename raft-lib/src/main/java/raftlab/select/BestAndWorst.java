package raftlab.select;

import java.util.ArrayList;
import java.util.List;

/**
 * The best and the worst completion of each prompt (algorithms.md card 8, choice max_min): the
 * first in the order of ties from either end. Equal rewards make no pair. With a length penalty the
 * longest of equals is the worst (max_min_p).
 */
record BestAndWorst() implements SelectionRule {

  @Override
  public List<Candidate> choose(List<Candidate> candidates, Ranking ranking) {
    List<Candidate> chosen = new ArrayList<>();
    for (List<Candidate> group : Groups.of(candidates)) {
      Candidate best = ranking.ranked(group).get(0);
      Candidate worst = ranking.worst(group);
      if (best.value() > worst.value()) {
        chosen.add(best);
        chosen.add(worst);
      }
    }
    return chosen;
  }

  @Override
  public String name() {
    return SelectionSettings.BEST_AND_WORST;
  }

  @Override
  public String describe() {
    return "a pair per prompt";
  }
}
