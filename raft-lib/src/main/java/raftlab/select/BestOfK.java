package raftlab.select;

import java.util.ArrayList;
import java.util.List;

/**
 * The best of each prompt's K completions (arXiv 2304.06767, algorithms.md card 2).
 *
 * <p>Deviations: groups are keyed by prompt id, so that prompts with the same text do not merge;
 * more than one completion of a prompt can be kept.
 *
 * @param perPrompt how many of each prompt; 0 means a share
 * @param keep the share of each group's candidates if {@code perPrompt} is 0: the largest whole
 *     number in it, but at least one
 */
record BestOfK(int perPrompt, double keep) implements SelectionRule {

  @Override
  public List<Candidate> choose(List<Candidate> candidates, Ranking ranking) {
    List<Candidate> chosen = new ArrayList<>();
    for (List<Candidate> group : Groups.of(candidates)) {
      int count = perPrompt > 0 ? perPrompt : Math.max(1, Share.of(group.size(), keep));
      chosen.addAll(ranking.best(group, count));
    }
    return chosen;
  }

  @Override
  public String name() {
    return SelectionSettings.BEST_OF_K;
  }

  @Override
  public String describe() {
    return perPrompt > 0 ? perPrompt + " per prompt" : "share " + keep + " per prompt";
  }
}
