package raftlab.algorithm;

import java.util.ArrayList;
import java.util.List;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.reward.KlShaped;

/** Turns the rewards of a round into KL-shaped ones, see {@link KlShaped}. */
final class Shaping {

  private Shaping() {}

  /** Returns the set as it is if beta is 0. */
  static ScoredSet shaped(
      ScoredSet scored, RolloutSet rollouts, double beta, Learner learner, RunContext context) {
    if (beta == 0) {
      return scored;
    }
    List<double[]> sums = learner.klSums(rollouts, context);
    List<ScoredGroup> groups = new ArrayList<>();
    for (int g = 0; g < sums.size(); g++) {
      ScoredGroup group = scored.groups().get(g);
      List<Scored> samples = new ArrayList<>();
      for (int i = 0; i < group.samples().size(); i++) {
        Scored each = group.samples().get(i);
        samples.add(
            new Scored(each.completion(), KlShaped.shaped(each.reward(), beta, sums.get(g)[i])));
      }
      groups.add(new ScoredGroup(group.prompt(), samples));
    }
    return new ScoredSet(
        scored.name(), scored.policyId(), scored.rewardName(), scored.settings(), groups);
  }
}
