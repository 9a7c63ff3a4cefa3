package raftlab.kernel.command.flow;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.algorithm.DecoderLearner;
import raftlab.algorithm.RaftLoop;
import raftlab.algorithm.RaftSettings;
import raftlab.core.PromptSet;
import raftlab.data.minimath.MiniMath;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.reward.VerifierCheck;
import raftlab.run.RunDirectory;

/** Runs RAFT: sample, score, select, fine-tune, evaluate, repeat. */
public final class RunCommand implements Command {

  @Parameters(arity = "0..1", description = "name of the run (the next free number)")
  String name;

  @Option(names = "--policy", description = "policy to start from (the last one)")
  String policy;

  @Option(names = "--data", description = "training prompts (the last ones)")
  String data;

  @Option(names = "--eval", description = "evaluation problems (Mini-500)")
  String evaluation;

  @Option(names = "--verifier", defaultValue = "math", description = "profile of the verifier")
  String profile;

  @Option(names = "--iterations", defaultValue = "8", description = "rounds")
  int iterations;

  @Option(names = "--prompts", defaultValue = "256", description = "prompts per round")
  int prompts;

  @Option(names = "--every", defaultValue = "1", description = "evaluate each so many rounds")
  int every;

  @Option(names = "--n", defaultValue = "4", description = "samples per problem before and after")
  int samples;

  @Mixin SamplingOptions sampling;
  @Mixin SelectionOptions selection;
  @Mixin TrainingOptions training;

  @Override
  public Object run(Session session) {
    long seed = session.options().seed();
    RaftSettings settings =
        new RaftSettings(
            iterations,
            prompts,
            sampling.settings(seed),
            selection.settings(),
            training.settings(seed),
            every,
            samples,
            1,
            seed);
    PromptSet train = session.get(Kinds.PROMPTS, data);
    PromptSet problems =
        evaluation == null ? MiniMath.mini500() : session.get(Kinds.PROMPTS, evaluation);
    RunDirectory run = RunDirectory.create(Runs.folder(), name == null ? Runs.next() : name);
    RaftLoop loop;
    try (DecoderLearner start =
        new DecoderLearner(Policies.decoder(session, policy).copy(), settings.training())) {
      loop =
          RaftLoop.start(
              run,
              settings,
              start,
              train,
              problems,
              Rewards.verifier(profile),
              VerifierCheck.forReward(profile),
              DecoderLearner::load);
    }
    return Stopping.resumable(run, () -> loop.run(Live.context(session)));
  }
}
