package raftlab.select;

import java.util.List;

/**
 * Every completion whose raw task reward reaches a bar (RAFT with a verifiable reward, arXiv
 * 2504.11343, algorithms.md card 3), the best first where a cap binds.
 *
 * @param bar the least task reward
 * @param perPrompt the most of one prompt; 0 means no cap
 */
record Threshold(double bar, int perPrompt) implements SelectionRule {

  @Override
  public List<Candidate> choose(List<Candidate> candidates, Ranking ranking) {
    List<Candidate> right =
        candidates.stream().filter(candidate -> candidate.taskReward() >= bar).toList();
    return ranking.capped(right, perPrompt);
  }

  @Override
  public String name() {
    return SelectionSettings.THRESHOLD;
  }

  @Override
  public String describe() {
    return "reward >= " + bar + (perPrompt > 0 ? ", at most " + perPrompt + " per prompt" : "");
  }
}
