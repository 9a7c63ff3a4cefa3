package raftlab.run;

import java.nio.file.Path;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.SamplingSettings;

/** A rollout set on disk: settings, then one group per line with tokens and log-probabilities. */
public final class RolloutsFile {

  private record Header(String kind, String name, String policyId, SamplingSettings settings) {}

  private RolloutsFile() {}

  public static void write(Path file, RolloutSet set) {
    RecordLines.write(
        file, new Header("rollouts", set.name(), set.policyId(), set.settings()), set.rollouts());
  }

  public static RolloutSet read(Path file) {
    var content = RecordLines.read(file, Header.class, Rollout.class);
    Header header = content.header();
    return new RolloutSet(header.name(), header.policyId(), header.settings(), content.records());
  }
}
