package raftlab.select;

import java.util.List;

/**
 * All candidates, or the best of each prompt where a cap binds. For losses that learn from bad
 * completions too (algorithms.md card 5).
 *
 * @param perPrompt the most of one prompt; 0 means no cap
 */
record Everything(int perPrompt) implements SelectionRule {

  @Override
  public List<Candidate> choose(List<Candidate> candidates, Ranking ranking) {
    return ranking.capped(candidates, perPrompt);
  }

  @Override
  public String name() {
    return SelectionSettings.ALL;
  }

  @Override
  public String describe() {
    return perPrompt > 0 ? "at most " + perPrompt + " per prompt" : "no cap";
  }
}
