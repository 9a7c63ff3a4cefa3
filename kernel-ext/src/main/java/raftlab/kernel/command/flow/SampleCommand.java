package raftlab.kernel.command.flow;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.RolloutSet;
import raftlab.core.SamplingSettings;
import raftlab.generate.DecoderSampler;
import raftlab.generate.SamplerLimits;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;

/** Draws K completions per prompt. */
public final class SampleCommand implements Command {

  @Parameters(arity = "0..1", defaultValue = "rollouts", description = "name of the rollouts")
  String name;

  @Option(names = "--policy", description = "policy to sample (the last one)")
  String policy;

  @Option(names = "--data", description = "prompts (the last ones)")
  String data;

  @Mixin SamplingOptions sampling;

  @Option(
      names = "--batch",
      defaultValue = "0",
      description = "completions in flight (0: as many as fit the memory's budget, at most 512)")
  int batch;

  @Override
  public List<String> helpRemarks() {
    return List.of(SamplingOptions.WHY_128);
  }

  @Override
  public Object run(Session session) {
    SamplingSettings settings = sampling.settings(session.options().seed());
    RolloutSet drawn =
        new DecoderSampler(Policies.decoder(session, policy), SamplerLimits.of(batch))
            .sample(session.get(Kinds.PROMPTS, data), settings, Live.context(session));
    return session.keep(
        Kinds.ROLLOUTS,
        name,
        new RolloutSet(name, drawn.policyId(), drawn.settings(), drawn.rollouts()));
  }
}
