package raftlab.data;

import java.util.Collections;
import raftlab.core.Rollout;

/** The lab's own rollouts.jsonl; see {@link RolloutLines}. */
final class OwnFormat implements RolloutFormat {

  @Override
  public String name() {
    return "RAFT Lab rollouts";
  }

  @Override
  public boolean matches(Row first) {
    return RolloutLines.matches(first);
  }

  @Override
  public ImportedGroup read(Row row) {
    Rollout rollout = RolloutLines.fromRow(row);
    return new ImportedGroup(
        rollout.prompt(),
        rollout.completions(),
        Collections.nCopies(rollout.completions().size(), PeerNote.NONE));
  }
}
