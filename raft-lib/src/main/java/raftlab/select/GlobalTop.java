package raftlab.select;

import java.util.List;

/**
 * The best share of all completions (arXiv 2304.06767, algorithms.md card 1): the largest whole
 * number in {@code keep} times n, where n counts the candidates. Fit for rewards that can be
 * compared across prompts.
 *
 * <p>Deviations: discarded completions do not count in n; with a cap only the best of each prompt
 * compete, which is the two-stage selection of card 10.
 *
 * @param keep the share, in (0, 1]
 * @param perPrompt the most of one prompt; 0 means no cap
 */
record GlobalTop(double keep, int perPrompt) implements SelectionRule {

  @Override
  public List<Candidate> choose(List<Candidate> candidates, Ranking ranking) {
    int count = Share.of(candidates.size(), keep);
    return ranking.best(ranking.capped(candidates, perPrompt), count);
  }

  @Override
  public String name() {
    return SelectionSettings.GLOBAL_TOP;
  }

  @Override
  public String describe() {
    return "share " + keep + (perPrompt > 0 ? ", at most " + perPrompt + " per prompt" : "");
  }
}
