package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import raftlab.core.SamplingSettings;
import raftlab.eval.Evaluator;
import raftlab.generate.DecoderSampler;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.reward.VerifierCheck;

/** Measures pass@1 and pass@k with their intervals. */
public final class EvalCommand implements Command {

  @Option(names = "--policy", description = "policy to evaluate (the last one)")
  String policy;

  @Option(names = "--data", description = "problems (the last ones)")
  String data;

  @Option(names = "--n", defaultValue = "16", description = "samples per problem")
  int samples;

  @Option(names = "--temperature", defaultValue = "1.0", description = "0 is greedy")
  double temperature;

  @Option(names = "--max-new-tokens", defaultValue = "128", description = "longest completion")
  int maxNewTokens;

  @Option(names = "--verifier", defaultValue = "math", description = "profile of the verifier")
  String profile;

  @Override
  public Object run(Session session) {
    List<Integer> ks = new ArrayList<>();
    for (int k = 2; k <= samples; k *= 2) {
      ks.add(k);
    }
    return new Evaluator(VerifierCheck.forReward(profile))
        .evaluate(
            new DecoderSampler(Policies.decoder(session, policy)),
            session.get(Kinds.PROMPTS, data),
            SamplingSettings.of(samples, maxNewTokens, session.options().seed())
                .withTemperature(temperature),
            ks,
            Live.context(session));
  }
}
