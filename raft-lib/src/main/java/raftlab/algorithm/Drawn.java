package raftlab.algorithm;

import java.util.ArrayList;
import java.util.List;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;

/** What a round has drawn so far, with its rewards. */
record Drawn(RolloutSet rollouts, ScoredSet scored) {

  /** Returns this and the groups of a refill, which have other prompts. */
  Drawn plus(Drawn refill) {
    List<Rollout> drawn = new ArrayList<>(rollouts.rollouts());
    drawn.addAll(refill.rollouts.rollouts());
    List<ScoredGroup> groups = new ArrayList<>(scored.groups());
    groups.addAll(refill.scored.groups());
    return new Drawn(
        new RolloutSet(rollouts.name(), rollouts.policyId(), rollouts.settings(), drawn),
        new ScoredSet(
            scored.name(), scored.policyId(), scored.rewardName(), scored.settings(), groups));
  }
}
