package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.ScoredSet;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.reward.Scorer;

/** Gives every completion its reward. */
public final class ScoreCommand implements Command {

  @Parameters(arity = "0..1", description = "rollouts to score (the last ones)")
  String rollouts;

  @Option(names = "--reward", description = "reward function (the last one)")
  String reward;

  @Override
  public Object run(Session session) {
    ScoredSet scored =
        Scorer.score(
            session.get(Kinds.ROLLOUTS, rollouts),
            session.get(Kinds.REWARD, reward),
            Live.context(session));
    return session.keep(Kinds.SCORED, scored.name(), scored);
  }
}
