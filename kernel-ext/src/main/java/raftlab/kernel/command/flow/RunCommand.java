package raftlab.kernel.command.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.algorithm.DecoderLearner;
import raftlab.algorithm.RaftLoop;
import raftlab.algorithm.RaftSettings;
import raftlab.algorithm.RunRules;
import raftlab.core.PromptSet;
import raftlab.core.RewardFunction;
import raftlab.data.minimath.MiniMath;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.model.DecoderPolicy;
import raftlab.run.RunDirectory;

/** Runs RAFT or another algorithm: sample, score, select, learn, evaluate, repeat. */
public final class RunCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "name of the run (the next free number)")
  String name;

  @Option(names = "--policy", description = "policy to start from (the last one)")
  String policy;

  @Option(names = "--data", description = "training prompts (the last ones)")
  String data;

  @Option(names = "--eval", paramLabel = "DATA", description = "evaluation problems (mini-500)")
  String evaluation;

  @Option(names = "--reward", description = "reward function (the last one, else a verifier)")
  String reward;

  @Option(
      names = "--verifier",
      paramLabel = "PROFILE",
      description = "verifier of reward and evaluation (math)")
  String profile;

  @Option(
      names = "--gold",
      paramLabel = "REWARD",
      description = "reward that only judges the evaluation's samples, beside --reward")
  String gold;

  @Option(names = "--preset", description = "settings that reproduce a source (the session's)")
  String preset;

  @Mixin AlgorithmOptions algorithm;

  @Option(names = "--iterations", defaultValue = "8", description = "rounds")
  int iterations;

  @Option(names = "--prompts", defaultValue = "256", description = "prompts per round")
  int prompts;

  @Option(names = "--every", defaultValue = "1", description = "evaluate each so many rounds")
  int every;

  @Option(names = "--n", defaultValue = "4", description = "samples per problem before and after")
  int samples;

  @Option(
      names = "--stop-if",
      paramLabel = "CONDITION",
      description = "end after a round that meets it, such as \"entropy<0.1\"")
  String stopIf;

  @Option(names = "--refill", description = "draw further prompts while less than a batch is kept")
  boolean refill;

  @Option(names = "--max-refill", defaultValue = "2", description = "refills per round at most")
  int maxRefill;

  @Option(
      names = "--budget",
      paramLabel = "TOKENS",
      defaultValue = "0",
      description = "end with the round that has sampled so many tokens in all (0: no bound)")
  long budget;

  @Mixin SamplingOptions sampling;
  @Mixin SelectionOptions selection;
  @Mixin TrainingOptions training;

  @Override
  public boolean takesPreset() {
    return true;
  }

  @Override
  public boolean bodyIsOptions() {
    return true;
  }

  /** The defaults were measured with seed 42, two samples per problem before and after. */
  @Override
  public List<String> helpRemarks() {
    return List.of(
        "The defaults suit the embedded model, to which small rounds teach little: 8 rounds of 256"
            + " prompts took its pass@1 on Mini-500 from 43.2 to 63.3 %, 5 rounds of 64 to 52.3 %.",
        TrainingOptions.WHY_2E_4, SamplingOptions.WHY_128);
  }

  @Override
  public Object run(Session session) {
    // What is wrong with the options is said before a folder is touched.
    settings(session);
    RunDirectory run = directory();
    RaftLoop loop = layOut(session, run);
    return Stopping.resumable(session, run, () -> loop.run(Live.context(session, run, iterations)));
  }

  private RunDirectory directory() {
    return RunDirectory.create(Runs.folder(), name == null ? Runs.next() : name);
  }

  /** Writes the folder of the run; if that fails, nothing is left of it. */
  RaftLoop layOut(Session session, RunDirectory run) {
    RaftSettings settings = settings(session);
    RewardFunction paid = Rewards.forRun(session, reward, profile, algorithm.algorithm());
    KlOptions.checkOnce(paid, algorithm.klBeta);
    DecoderPolicy start = Policies.decoder(session, policy);
    PromptSet train = session.get(Kinds.PROMPTS, data);
    PromptSet problems = problems(session);
    Optional<RewardFunction> judge =
        Optional.ofNullable(gold).map(each -> session.get(Kinds.REWARD, each));
    try {
      judge.ifPresent(each -> Rewards.rememberGold(run, each));
      RaftLoop loop = layOut(run, settings, start, train, problems, paid);
      judge.ifPresent(loop::judgedBy);
      return loop;
    } catch (RuntimeException e) {
      run.discardUnstarted();
      throw e;
    }
  }

  private RaftLoop layOut(
      RunDirectory run,
      RaftSettings settings,
      DecoderPolicy start,
      PromptSet train,
      PromptSet problems,
      RewardFunction paid) {
    Rewards.remember(run, paid);
    try (DecoderLearner learner = new DecoderLearner(start.copy(), settings.training())) {
      return RaftLoop.start(
          run,
          settings,
          learner,
          train,
          problems,
          paid,
          Rewards.check(problems.source(), profile),
          DecoderLearner::load);
    }
  }

  /** Returns whether the session still knows everything that the run starts from. */
  boolean isNamed(Session session) {
    return isNamed(session, Kinds.POLICY, policy)
        && isNamed(session, Kinds.PROMPTS, data)
        && (evaluation == null || isNamed(session, Kinds.PROMPTS, evaluation))
        && (reward == null || isNamed(session, Kinds.REWARD, reward))
        && (gold == null || isNamed(session, Kinds.REWARD, gold));
  }

  private static boolean isNamed(Session session, Kind<?> kind, String name) {
    List<String> names = session.names().of(kind);
    return name == null
        ? !names.isEmpty()
        : names.contains(name) || session.frontEnd().variable(name).isPresent();
  }

  /** Returns the options that say what the run starts from: equal ones, equal starts. */
  List<String> start() {
    // Without a named reward, an algorithm without baseline is paid otherwise.
    boolean signed = algorithm.algorithm().objective(1).advantage().withoutBaseline();
    return Arrays.asList(policy, data, evaluation, reward, profile, gold, String.valueOf(signed));
  }

  /** Returns what the options come to. */
  RaftSettings settings(Session session) {
    long seed = session.options().seed();
    return new RaftSettings(
        iterations,
        prompts,
        algorithm.sampling(sampling.settings(seed), session),
        algorithm.selection(selection, session),
        algorithm.training(training.settings(seed), session),
        every,
        samples,
        1,
        seed,
        new RunRules(stopIf == null ? "" : stopIf, refill ? maxRefill : 0, budget),
        algorithm.objective(sampling.maxNewTokens));
  }

  /** Returns the evaluation problems. */
  PromptSet problems(Session session) {
    String wanted = evaluation == null ? "mini-500" : evaluation;
    if (session.names().of(Kinds.PROMPTS).contains(wanted)) {
      return session.get(Kinds.PROMPTS, wanted);
    }
    return switch (wanted) {
      case "mini-500" -> MiniMath.mini500();
      case "mini-aime" -> MiniMath.miniAime();
      case "dialogue-test" -> PromptOptions.heldOutDialogue();
      default -> session.get(Kinds.PROMPTS, wanted);
    };
  }

  @Override
  public List<String> estimate(Session session) {
    return cost(session).sentences(RunEstimate.lastRate());
  }

  /** Returns what the run will cost at most. */
  RunEstimate cost(Session session) {
    RaftSettings settings = settings(session);
    Rewards.forRun(session, reward, profile, algorithm.algorithm());
    return new RunEstimate(settings, Policies.decoder(session, policy), problems(session).size());
  }
}
