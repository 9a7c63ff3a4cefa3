package raftlab.reward;

import java.util.ArrayList;
import java.util.List;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Seeds;
import raftlab.data.PreferencePair;

/**
 * Preferences between completions of the same prompt, drawn from their rewards by the law of
 * Bradley and Terry: the first is chosen with probability 1 / (1 + exp(r(second) - r(first))).
 */
public final class Preferences {

  private Preferences() {}

  /**
   * Pairs the first with the second completion of each prompt, the third with the fourth, and so
   * on; skipped ones are left out. The pairs are in an order decided by the seed.
   */
  public static List<PreferencePair> of(ScoredSet set, long seed) {
    List<PreferencePair> pairs = new ArrayList<>();
    for (ScoredGroup group : set.groups()) {
      List<Scored> samples =
          group.samples().stream().filter(each -> !each.reward().skipped()).toList();
      long draws = Seeds.derive(seed, Seeds.key(group.prompt().id()));
      for (int i = 0; i + 1 < samples.size(); i += 2) {
        Scored left = samples.get(i);
        Scored right = samples.get(i + 1);
        boolean first = Seeds.uniform(draws, i) < 1 / (1 + Math.exp(right.value() - left.value()));
        pairs.add(
            new PreferencePair(
                group.prompt(), text(first ? left : right), text(first ? right : left)));
      }
    }
    List<PreferencePair> shuffled = new ArrayList<>();
    for (int i : Seeds.permutation(pairs.size(), Seeds.derive(seed, Seeds.key("preferences")))) {
      shuffled.add(pairs.get(i));
    }
    return shuffled;
  }

  private static String text(Scored scored) {
    return scored.completion().text();
  }
}
