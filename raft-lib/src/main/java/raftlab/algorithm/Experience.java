package raftlab.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.SamplingSettings;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selected;
import raftlab.core.Selection;

/**
 * What a policy can learn from in one round: the scored completions and which of them were kept.
 *
 * @param scored all of them; baselines and denominators need those that were not kept too
 * @param selection the kept ones, a part of {@code scored}
 */
public record Experience(ScoredSet scored, Selection selection) {

  /** Experience of which only the kept completions are known. */
  public static Experience of(Selection selection) {
    Map<String, List<Selected>> byPrompt = new LinkedHashMap<>();
    for (Selected each : selection.kept()) {
      byPrompt.computeIfAbsent(each.prompt().id(), id -> new ArrayList<>()).add(each);
    }
    List<ScoredGroup> groups = byPrompt.values().stream().map(Experience::group).toList();
    return new Experience(
        new ScoredSet(selection.name(), "", "", SamplingSettings.of(1, 1, 0), groups), selection);
  }

  private static ScoredGroup group(List<Selected> kept) {
    return new ScoredGroup(
        kept.get(0).prompt(),
        kept.stream()
            .map(
                each ->
                    new Scored(
                        each.completion(), raftlab.core.Reward.of(each.reward(), "as selected")))
            .toList());
  }
}
