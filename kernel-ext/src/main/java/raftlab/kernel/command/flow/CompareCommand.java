package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.Checks;
import raftlab.core.Policy;
import raftlab.core.PromptSet;
import raftlab.core.RolloutSet;
import raftlab.core.SamplingSettings;
import raftlab.core.ScoredSet;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.eval.Comparison;
import raftlab.eval.Confidence;
import raftlab.eval.EvalReport;
import raftlab.eval.ProblemValues;
import raftlab.eval.Verdicts;
import raftlab.generate.DecoderSampler;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;

/**
 * Compares policies on the same problems, problem by problem: policies (sampled on {@code --data}),
 * scored sets or rollouts, runs (their final evaluations), or one run's end with its start.
 */
public final class CompareCommand implements Command {

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description =
          "policies, scored sets, rollouts or runs; or one run: its end with its start; or sweeps:"
              + " their settings, each over all its seeds, and the start")
  List<String> names;

  @Option(names = "--data", description = "problems to sample policies on (the last ones)")
  String data;

  @Option(names = "--n", defaultValue = "4", description = "samples per problem of policies")
  int samples;

  @Option(names = "--temperature", defaultValue = "1.0", description = "of policies, 0 is greedy")
  double temperature;

  @Option(names = "--max-new-tokens", defaultValue = "128", description = "of policies")
  int maxNewTokens;

  @Option(names = "--ci", defaultValue = "95", description = "confidence of intervals in percent")
  double confidence;

  @Option(
      names = "--assert",
      description = "exit with 4 if the interval of the difference leaves out zero")
  boolean strict;

  @Mixin ByOptions by;

  private String decided = "";

  @Override
  public Object run(Session session) {
    if (new HashSet<>(names).size() < names.size()) {
      throw new UsageError(
          "compare " + String.join(" ", names) + " names one policy twice",
          "",
          "Give different ones");
    }
    if (by.isOpen() && names.size() > 1 && !measuredAlike(session)) {
      by.chooseVerifier();
    }
    List<ProblemValues> values = values(session);
    Comparison comparison = Comparison.of(decided, values, Confidence.percent(confidence));
    if (strict && comparison.differs()) {
      session.exit(ExitCode.DIFFERENT);
    }
    return comparison;
  }

  private List<ProblemValues> values(Session session) {
    if (names.stream().allMatch(Runs::isSweep)) {
      SweptValues swept = SweptValues.of(names);
      decided = swept.grader();
      return swept.values();
    }
    return names.size() == 1
        ? endAndStart(session)
        : names.stream().map(n -> of(session, n)).toList();
  }

  private List<ProblemValues> endAndStart(Session session) {
    String name = names.get(0);
    if (!Runs.names().contains(name) && isNamed(session, name)) {
      throw new UserError(
          "compare " + name + " has nothing to compare it with",
          "only a run is compared with its own start",
          "Give two names: compare A B");
    }
    var run = Runs.open(name);
    return List.of(
        evaluated(RunFigures.evaluation(run, run.lastComplete())).named("after"),
        evaluated(RunFigures.evaluation(run, 0)).named("before"));
  }

  private ProblemValues evaluated(EvalReport report) {
    decided = report.grader();
    return ProblemValues.of(report);
  }

  private static boolean isNamed(Session session, String name) {
    return SetChoice.find(session, name).isPresent()
        || session.names().of(Kinds.POLICY).contains(name);
  }

  private ProblemValues of(Session session, String name) {
    Optional<SetChoice> set = SetChoice.find(session, name);
    if (set.isPresent()) {
      return values(session, set.get()).named(name);
    }
    if (!session.names().of(Kinds.POLICY).contains(name) && Runs.names().contains(name)) {
      var run = Runs.open(name);
      return evaluated(RunFigures.evaluation(run, run.lastComplete())).named(name);
    }
    checkIsPolicy(session, name);
    return values(session, new SetChoice(sampled(session, name), Optional.empty())).named(name);
  }

  /** A name can be of four kinds of things: a wrong one is looked for among all of them. */
  private static void checkIsPolicy(Session session, String name) {
    boolean variable =
        session.frontEnd().variable(name).filter(Policy.class::isInstance).isPresent();
    if (variable || isNamed(session, name)) {
      return;
    }
    List<String> known = new ArrayList<>(Runs.names());
    List.of(Kinds.POLICY, Kinds.ROLLOUTS, Kinds.SCORED)
        .forEach(kind -> known.addAll(session.names().of(kind)));
    throw new UserError(
        "no run, model, rollouts or scored set named \"" + name + "\"",
        Suggest.known(name, known.stream().distinct().toList()),
        "Compare two of them: compare A B");
  }

  private RolloutSet sampled(Session session, String policy) {
    Checks.usage(
        samples >= 1, "--n " + samples + " is not a number of samples", "", "Give 1 or more");
    PromptSet problems = PromptOptions.named(session, data);
    SamplingSettings settings =
        SamplingSettings.of(samples, maxNewTokens, session.options().seed())
            .withTemperature(temperature);
    RolloutSet drawn =
        new DecoderSampler(Policies.decoder(session, policy))
            .sample(problems, settings, Live.context(session));
    // The problems' source tells the verifier's profile.
    return new RolloutSet(policy, problems.source(), settings, drawn.rollouts());
  }

  private ProblemValues values(Session session, SetChoice set) {
    ScoredSet values = by.values(session, set);
    String reward = values.rewardName();
    if (!decided.isEmpty() && !decided.equals(reward) && !by.isOwn()) {
      throw new UserError(
          "these are not measured alike: " + decided + " and " + reward,
          "",
          "Compare runs with runs, or sets with sets");
    }
    boolean more = by.isOwn() && !decided.isEmpty() && !decided.equals(reward);
    decided = more ? decided + ", " + reward : reward;
    return ProblemValues.of(values);
  }

  /** Returns whether all are scored sets with verdicts of one grader. */
  private boolean measuredAlike(Session session) {
    List<Optional<ScoredSet>> sets =
        names.stream()
            .map(name -> SetChoice.find(session, name).flatMap(SetChoice::scored))
            .toList();
    return sets.stream().allMatch(set -> set.filter(Verdicts::are).isPresent())
        && sets.stream().map(set -> set.get().rewardName()).distinct().count() == 1;
  }
}
