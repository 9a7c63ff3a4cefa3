package raftlab.kernel.command.store;

import java.nio.file.Path;
import raftlab.core.RolloutSet;
import raftlab.run.RolloutsFile;

/** A rollout set as {@code rollouts.jsonl}, with tokens and log-probabilities. */
final class RolloutSetCodec implements Codec<RolloutSet> {

  static final String FILE = "rollouts.jsonl";

  @Override
  public void write(Path folder, RolloutSet value) {
    RolloutsFile.write(folder.resolve(FILE), value);
  }

  @Override
  public RolloutSet read(Path folder) {
    return RolloutsFile.read(folder.resolve(FILE));
  }
}
