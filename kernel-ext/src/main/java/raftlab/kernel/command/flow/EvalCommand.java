package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import raftlab.core.Checks;
import raftlab.core.PromptSet;
import raftlab.core.SamplingSettings;
import raftlab.core.ScoredSet;
import raftlab.core.TemplateId;
import raftlab.data.ContentHash;
import raftlab.eval.Confidence;
import raftlab.eval.EvalRequest;
import raftlab.eval.EvalSource;
import raftlab.eval.Evaluator;
import raftlab.eval.Metric;
import raftlab.eval.Provenance;
import raftlab.generate.DecoderSampler;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;

/**
 * Measures a policy on problems, or completions that are there already, with intervals.
 *
 * <p>The temperature is 0.6, and 0 (greedy) for one sample per problem, as most papers have it; for
 * the generated problems it is 1, as their descriptors define pass@1.
 */
public final class EvalCommand implements Command {

  private static final int USUAL_SAMPLES = 16;
  private static final double USUAL_TEMPERATURE = 0.6;

  @Option(names = "--policy", description = "policy to evaluate (the last one)")
  String policy;

  @Option(names = "--data", description = "problems: a name, a data set or a file (the last ones)")
  String data;

  @Option(names = "--set", description = "scored set or rollouts to evaluate instead of sampling")
  String set;

  @Option(
      names = "--metrics",
      description = "some of pass@K, maj@K, best@K (pass@1; of n samples also pass@n and maj@n)")
  String metrics;

  @Option(names = "--n", description = "samples per problem (16; of a set the first n, all)")
  Integer samples;

  @Option(
      names = "--temperature",
      description = "0 is greedy (0.6; 0 if n is 1; 1 for generated problems)")
  Double temperature;

  @Option(names = "--max-new-tokens", defaultValue = "128", description = "longest completion")
  int maxNewTokens;

  @Option(names = "--ci", defaultValue = "95", description = "confidence of intervals in percent")
  double confidence;

  @Mixin ByOptions by;

  @Override
  public Object run(Session session) {
    return set == null ? sampled(session) : graded(session);
  }

  private Object sampled(Session session) {
    int n = samples == null ? USUAL_SAMPLES : samples;
    Checks.usage(n >= 1, "--n " + n + " is not a number of samples", "", "Give 1 or more");
    EvalRequest request = request(n, false);
    request.requireSamples(n, true);
    PromptSet problems = PromptOptions.named(session, data);
    SamplingSettings settings =
        SamplingSettings.of(n, maxNewTokens, session.options().seed())
            .withTemperature(temperature == null ? temperature(problems, n) : temperature);
    return new Evaluator(by.check(problems.source()))
        .evaluate(
            new DecoderSampler(Policies.decoder(session, policy)),
            problems,
            settings,
            request,
            Live.context(session));
  }

  private static double temperature(PromptSet problems, int n) {
    if (n == 1) {
      return 0;
    }
    return problems.source().startsWith("generated:") ? 1 : USUAL_TEMPERATURE;
  }

  private Object graded(Session session) {
    SetChoice choice = SetChoice.of(session, set);
    if (samples != null) {
      choice = choice.first(samples);
    }
    ScoredSet verdicts = by.values(session, choice);
    Optional<ScoredSet> ranking = choice.scored();
    String hash = ContentHash.of(verdicts.groups().stream().map(group -> group.prompt()).toList());
    // Rollouts do not say which template their prompts were made with.
    Provenance provenance = new Provenance(TemplateId.UNKNOWN, by.grader(choice, verdicts));
    return new Evaluator(by.check(choice))
        .judge(
            verdicts,
            ranking,
            new EvalSource(set, hash, provenance),
            request(choice.samples(), ranking.isPresent()));
  }

  private EvalRequest request(int n, boolean ranked) {
    List<Metric> wanted = new ArrayList<>();
    if (metrics != null) {
      wanted.addAll(Metric.list(metrics));
    } else if (n > 1) {
      wanted.add(Metric.pass(n));
      wanted.add(Metric.majority(n));
      if (ranked) {
        wanted.add(Metric.best(n));
      }
    }
    return new EvalRequest(wanted, Confidence.percent(confidence));
  }
}
