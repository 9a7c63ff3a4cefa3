package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.algorithm.DecoderLearner;
import raftlab.algorithm.RaftLoop;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.reward.VerifierCheck;
import raftlab.run.RunDirectory;

/** Continues a run that was stopped or killed. */
public final class ResumeCommand implements Command {

  @Parameters(description = "name of the run")
  String name;

  @Option(names = "--verifier", defaultValue = "math", description = "profile of the verifier")
  String profile;

  @Override
  public Object run(Session session) {
    RunDirectory run = Runs.open(name);
    RaftLoop loop =
        RaftLoop.resume(
            run, Rewards.verifier(profile), VerifierCheck.forReward(profile), DecoderLearner::load);
    return Stopping.resumable(run, () -> loop.run(Live.context(session)));
  }
}
