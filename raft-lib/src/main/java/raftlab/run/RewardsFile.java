package raftlab.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.Completion;
import raftlab.core.Reward;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.UserError;

/**
 * The rewards of a rollout set on disk: one group per line, in the rollouts' order, without
 * repeating their text.
 */
public final class RewardsFile {

  private record Header(String kind, String name, String rewardName) {}

  private record Line(String promptId, List<Reward> rewards) {}

  private RewardsFile() {}

  public static void write(Path file, ScoredSet set) {
    RecordLines.write(
        file,
        new Header("rewards", set.name(), set.rewardName()),
        set.groups().stream()
            .map(
                group ->
                    new Line(
                        group.prompt().id(), group.samples().stream().map(Scored::reward).toList()))
            .toList());
  }

  /** Joins the rewards with the rollouts they were given to. */
  public static ScoredSet read(Path file, RolloutSet rollouts) {
    var content = RecordLines.read(file, Header.class, Line.class);
    if (content.records().size() != rollouts.rollouts().size()) {
      throw mismatch(
          file, content.records().size() + " groups, the rollouts " + rollouts.rollouts().size());
    }
    List<ScoredGroup> groups = new ArrayList<>();
    for (int i = 0; i < content.records().size(); i++) {
      groups.add(join(file, content.records().get(i), rollouts.rollouts().get(i)));
    }
    return new ScoredSet(
        content.header().name(),
        rollouts.policyId(),
        content.header().rewardName(),
        rollouts.settings(),
        groups);
  }

  private static ScoredGroup join(Path file, Line line, Rollout rollout) {
    List<Completion> completions = rollout.completions();
    if (!line.promptId().equals(rollout.prompt().id())
        || line.rewards().size() != completions.size()) {
      throw mismatch(
          file,
          line.rewards().size()
              + " rewards for prompt "
              + line.promptId()
              + ", the rollouts "
              + completions.size()
              + " completions for "
              + rollout.prompt().id());
    }
    List<Scored> samples = new ArrayList<>();
    for (int i = 0; i < completions.size(); i++) {
      samples.add(new Scored(completions.get(i), line.rewards().get(i)));
    }
    return new ScoredGroup(rollout.prompt(), samples);
  }

  private static UserError mismatch(Path file, String what) {
    return new UserError(
        file + " does not belong to these rollouts: it has " + what,
        "",
        "Score the rollouts again");
  }
}
