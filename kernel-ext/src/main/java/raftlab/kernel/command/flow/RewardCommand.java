package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;

/** Defines a reward function. */
public final class RewardCommand implements Command {

  @Parameters(arity = "0..1", defaultValue = "reward", description = "name of the reward")
  String name;

  @Option(names = "--verifier", defaultValue = "math", description = "profile of the verifier")
  String profile;

  @Override
  public Object run(Session session) {
    return session.keep(Kinds.REWARD, name, Rewards.verifier(profile));
  }
}
