package raftlab.kernel.command.store;

import java.nio.file.Path;
import java.util.List;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.run.RewardsFile;
import raftlab.run.RolloutsFile;

/**
 * A scored set as {@code rewards.jsonl} beside the {@code rollouts.jsonl} they were given to, so
 * that it does not depend on the rollouts still having their name.
 */
final class ScoredSetCodec implements Codec<ScoredSet> {

  private static final String FILE = "rewards.jsonl";

  @Override
  public void write(Path folder, ScoredSet value) {
    RolloutsFile.write(folder.resolve(RolloutSetCodec.FILE), rollouts(value));
    RewardsFile.write(folder.resolve(FILE), value);
  }

  @Override
  public ScoredSet read(Path folder) {
    RolloutSet rollouts = RolloutsFile.read(folder.resolve(RolloutSetCodec.FILE));
    return RewardsFile.read(folder.resolve(FILE), rollouts);
  }

  private static RolloutSet rollouts(ScoredSet value) {
    List<Rollout> groups = value.groups().stream().map(ScoredSetCodec::rollout).toList();
    return new RolloutSet(value.name(), value.policyId(), value.settings(), groups);
  }

  private static Rollout rollout(ScoredGroup group) {
    return new Rollout(group.prompt(), group.samples().stream().map(Scored::completion).toList());
  }
}
