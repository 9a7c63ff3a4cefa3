package raftlab.algorithm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.Selected;
import raftlab.loss.Advantage;
import raftlab.loss.LossKind;

/**
 * One completion to learn from.
 *
 * @param prompt its prompt
 * @param completion what was sampled
 * @param advantage A, 0 for one that only counts in the denominator
 */
record Lesson(Prompt prompt, Completion completion, double advantage) {

  private record Key(String promptId, int sampleIndex) {}

  /**
   * Returns what an objective makes of a round, in the order of the scored set; for preferences the
   * chosen completion of each prompt and after it the rejected one.
   */
  static List<Lesson> of(Experience experience, Objective objective) {
    return objective.loss().kind() == LossKind.DPO
        ? pairs(experience)
        : weighted(experience, objective);
  }

  private static List<Lesson> weighted(Experience experience, Objective objective) {
    Set<Key> kept = new HashSet<>();
    for (Selected each : experience.selection().kept()) {
      kept.add(new Key(each.prompt().id(), each.completion().sampleIndex()));
    }
    List<Lesson> lessons = new ArrayList<>();
    for (ScoredGroup group : experience.scored().groups()) {
      List<Scored> scored =
          group.samples().stream().filter(each -> !each.reward().skipped()).toList();
      double[] advantages = advantages(scored, objective.advantage());
      for (int i = 0; i < advantages.length; i++) {
        Completion completion = scored.get(i).completion();
        if (kept.contains(new Key(group.prompt().id(), completion.sampleIndex()))) {
          lessons.add(new Lesson(group.prompt(), completion, advantages[i]));
        } else if (objective.denominator() == Denominator.ALL) {
          lessons.add(new Lesson(group.prompt(), completion, 0));
        }
      }
    }
    return lessons;
  }

  private static double[] advantages(List<Scored> group, Advantage kind) {
    return kind.of(group.stream().mapToDouble(Scored::value).toArray());
  }

  private static List<Lesson> pairs(Experience experience) {
    Map<String, Selected> first = new HashMap<>();
    List<Lesson> lessons = new ArrayList<>();
    for (Selected each : experience.selection().kept()) {
      Selected other = first.remove(each.prompt().id());
      if (other == null) {
        first.put(each.prompt().id(), each);
      } else if (other.reward() != each.reward()) {
        boolean better = other.reward() > each.reward();
        lessons.add(of(better ? other : each));
        lessons.add(of(better ? each : other));
      }
    }
    return lessons;
  }

  private static Lesson of(Selected selected) {
    return new Lesson(selected.prompt(), selected.completion(), 0);
  }
}
