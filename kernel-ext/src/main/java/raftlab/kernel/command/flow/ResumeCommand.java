package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.algorithm.RaftLoop;
import raftlab.algorithm.RaftSettings;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.run.RunDirectory;

/**
 * Continues a run that was stopped or killed, with the reward it was begun with, or completes a
 * sweep.
 */
public final class ResumeCommand implements Command {

  @Parameters(
      paramLabel = "RUN",
      completionCandidates = RunNames.class,
      description = "name of the run or the sweep")
  String name;

  @Option(names = "--reward", description = "reward of that run, if it was a lambda of a cell")
  String reward;

  @Option(
      names = "--verifier",
      paramLabel = "PROFILE",
      description = "profile of the evaluation's verifier (the run's)")
  String profile;

  @Option(names = "--gold", description = "gold reward of that run, if it was a lambda of a cell")
  String gold;

  @Override
  public Object run(Session session) {
    if (Runs.isSweep(name)) {
      return Sweeps.complete(session, Runs.sweep(name));
    }
    RunDirectory run = Runs.open(name);
    RaftLoop loop = Runs.loop(session, run, reward, profile, gold);
    int rounds =
        RunDirectory.readRecord(run.path().resolve("config.json"), RaftSettings.class).iterations();
    return Stopping.resumable(session, run, () -> loop.run(Live.context(session, run, rounds)));
  }
}
