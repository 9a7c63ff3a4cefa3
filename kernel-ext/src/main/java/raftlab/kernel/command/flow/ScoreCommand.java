package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.Reward;
import raftlab.core.RolloutSet;
import raftlab.core.Scored;
import raftlab.core.ScoredSet;
import raftlab.core.UserError;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.reward.Scorer;

/** Gives every completion its reward. */
public final class ScoreCommand implements Command {

  @Parameters(arity = "0..1", description = "rollouts to score (the last ones)")
  String rollouts;

  @Option(
      names = "--reward",
      description =
          "reward function (the last one), verifier[:PROFILE], or column:NAME of imported rollouts")
  String reward;

  @Override
  public Object run(Session session) {
    RolloutSet set = session.get(Kinds.ROLLOUTS, rollouts);
    ScoredSet scored = Scorer.score(set, RewardChoice.of(session, reward), Live.context(session));
    requireSomething(scored, set);
    String name = session.options().as() == null ? set.name() : session.options().as();
    return session.keep(
        Kinds.SCORED,
        name,
        new ScoredSet(
            name, scored.policyId(), scored.rewardName(), scored.settings(), scored.groups()));
  }

  /** A column that no completion has is a mistake rather than 800 skipped rewards. */
  private static void requireSomething(ScoredSet scored, RolloutSet set) {
    if (scored.values().findAny().isPresent() || set.completionCount() == 0) {
      return;
    }
    String reason =
        scored.groups().stream()
            .flatMap(group -> group.samples().stream())
            .map(Scored::reward)
            .map(Reward::reason)
            .findFirst()
            .orElse("");
    throw new UserError(
        scored.rewardName() + " has no reward for any completion of " + set.name(),
        reason,
        "Columns of its completions: " + Columns.named(set));
  }
}
