package raftlab.eval;

import java.util.List;
import java.util.stream.Stream;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.core.SamplingSettings;
import raftlab.core.UserError;
import raftlab.reward.AnswerCheck;
import raftlab.reward.Scorer;
import raftlab.reward.VerifierReward;

/**
 * Measures a policy on a benchmark. An undecided verdict and a failure of the checker count as
 * wrong, and their share is reported. Thread-safe if the checker and the sampler are.
 */
public final class Evaluator {

  private final AnswerCheck check;

  /** Makes an evaluator whose verdicts come from {@code check}. */
  public Evaluator(AnswerCheck check) {
    this.check = Checks.notNull(check, "checker");
  }

  /**
   * Samples K completions per prompt and grades them.
   *
   * @param passAtK the k for which pass@k and maj@k are wanted, each at most K; may be empty
   * @throws UserError before anything is sampled, if a k exceeds K or a prompt has no answer
   */
  public EvalReport evaluate(
      Sampler sampler,
      PromptSet prompts,
      SamplingSettings settings,
      List<Integer> passAtK,
      RunContext context) {
    requireAnswers(prompts.name(), prompts.prompts());
    requireSamples(passAtK, settings.completionsPerPrompt());
    RolloutSet rollouts = sampler.sample(prompts, settings, context);
    return grade(rollouts, prompts.name(), prompts.sha256(), passAtK, context);
  }

  /**
   * Grades completions that are there already, such as imported ones. Groups may differ in size.
   *
   * @param data the name of the data they answer
   * @param dataSha256 hash of that data, empty if not known
   * @param passAtK as in {@link #evaluate}; each at most the size of the smallest group
   */
  public EvalReport grade(
      RolloutSet rollouts,
      String data,
      String dataSha256,
      List<Integer> passAtK,
      RunContext context) {
    requireAnswers(data, rollouts.rollouts().stream().map(Rollout::prompt).toList());
    requireSamples(passAtK, fewest(rollouts));
    List<GradedProblem> problems =
        Scorer.score(rollouts, VerifierReward.of(check), context).groups().stream()
            .map(GradedProblem::of)
            .toList();
    return report(rollouts, data, dataSha256, problems, passAtK);
  }

  private EvalReport report(
      RolloutSet rollouts,
      String data,
      String dataSha256,
      List<GradedProblem> problems,
      List<Integer> passAtK) {
    return new EvalReport(
        rollouts.policyId(),
        data,
        dataSha256,
        check.name(),
        rollouts.settings(),
        Metrics.passAt1(problems),
        Metrics.of(problems, passAtK, check),
        Breakdown.by("level", problems),
        Breakdown.by("subject", problems),
        rollouts.truncatedRatio(),
        unparsable(problems),
        completions(rollouts).mapToInt(Completion::length).average().orElseThrow(),
        problems.stream().map(GradedProblem::outcome).toList());
  }

  private static double unparsable(List<GradedProblem> problems) {
    return problems.stream()
        .flatMap(problem -> problem.verdicts().stream())
        .map(Reward::extracted)
        .mapToInt(answer -> answer.isEmpty() ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static Stream<Completion> completions(RolloutSet rollouts) {
    return rollouts.rollouts().stream().flatMap(rollout -> rollout.completions().stream());
  }

  private static int fewest(RolloutSet rollouts) {
    for (Rollout rollout : rollouts.rollouts()) {
      Checks.user(
          !rollout.completions().isEmpty(),
          "prompt " + rollout.prompt().id() + " has no completions",
          "every problem needs at least one to be counted",
          "Sample it, or leave the prompt out");
    }
    return rollouts.rollouts().stream()
        .mapToInt(rollout -> rollout.completions().size())
        .min()
        .orElseThrow();
  }

  private static void requireAnswers(String data, List<Prompt> prompts) {
    Checks.user(
        !prompts.isEmpty(), data + " has no prompts to evaluate on", "", "Choose another set");
    prompts.forEach(Prompt::answer);
  }

  private static void requireSamples(List<Integer> ks, int samples) {
    for (int k : ks) {
      Checks.user(k >= 1, "--metrics pass@" + k + " is not a metric", "", "Use pass@1 or more");
      Checks.user(
          k <= samples,
          "--metrics pass@"
              + k
              + " needs at least "
              + k
              + " samples per problem, --n is "
              + samples,
          "",
          "Use --n " + k + " or pass@" + samples);
    }
  }
}
