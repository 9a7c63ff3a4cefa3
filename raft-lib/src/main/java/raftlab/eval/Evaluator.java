package raftlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
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

  /**
   * Makes an evaluator.
   *
   * @param check gives the verdicts, and says which answers are one vote
   */
  public Evaluator(AnswerCheck check) {
    this.check = Checks.notNull(check, "checker");
  }

  /**
   * Samples K completions per prompt and grades them.
   *
   * @throws UserError before anything is sampled, if a metric needs more than K or a prompt has no
   *     answer
   */
  public EvalReport evaluate(
      Sampler sampler,
      PromptSet prompts,
      SamplingSettings settings,
      EvalRequest request,
      RunContext context) {
    requireAnswers(prompts.name(), prompts.prompts());
    request.requireSamples(settings.completionsPerPrompt(), true);
    RolloutSet rollouts = sampler.sample(prompts, settings, context);
    return grade(rollouts, prompts, request, context);
  }

  /** As above, with pass@k and maj@k of each k and the majority of all samples. */
  public EvalReport evaluate(
      Sampler sampler,
      PromptSet prompts,
      SamplingSettings settings,
      List<Integer> passAtK,
      RunContext context) {
    EvalRequest request = EvalRequest.passAndMajority(passAtK, settings.completionsPerPrompt());
    return evaluate(sampler, prompts, settings, request, context);
  }

  /**
   * Grades completions that are there already. Groups may differ in size.
   *
   * @param prompts the set that they answer
   */
  public EvalReport grade(
      RolloutSet rollouts, PromptSet prompts, EvalRequest request, RunContext context) {
    requireAnswers(prompts.name(), rollouts.rollouts().stream().map(Rollout::prompt).toList());
    Provenance provenance = new Provenance(prompts.template(), check.id());
    EvalSource source = new EvalSource(prompts.name(), prompts.sha256(), provenance);
    return judge(verdicts(rollouts, context), Optional.empty(), source, request);
  }

  /** Returns the checker's verdict on each completion as a reward of 1 or 0. */
  public ScoredSet verdicts(RolloutSet rollouts, RunContext context) {
    return Scorer.score(rollouts, VerifierReward.of(check), context);
  }

  /**
   * Measures what has a verdict already.
   *
   * @param verdicts rewards of 1 for right and 0 or -1 for wrong, by whomever
   * @param ranking rewards of the same completions that best@k chooses by
   * @param source the data that was answered, and whose verdicts they are
   * @throws UserError if a reward is no verdict, or a metric needs what is not there
   */
  public EvalReport judge(
      ScoredSet verdicts, Optional<ScoredSet> ranking, EvalSource source, EvalRequest request) {
    Verdicts.require(verdicts);
    List<GradedProblem> problems = problems(verdicts, ranking);
    Checks.user(
        !problems.isEmpty(),
        source.data() + " has no prompts to evaluate on",
        "",
        "Choose another set");
    request.requireSamples(Metrics.samples(problems), false);
    boolean answered =
        check.name().equals(verdicts.rewardName())
            || rewards(problems).anyMatch(reward -> !reward.extracted().isEmpty());
    require(request, ranking, answered, verdicts.rewardName());
    Confidence confidence = request.confidence();
    return new EvalReport(
        verdicts.policyId(),
        source.data(),
        source.sha256(),
        verdicts.rewardName(),
        source.provenance(),
        verdicts.settings(),
        Metrics.passAt1(problems, confidence),
        new Metrics(problems, check, confidence).of(request.metrics()),
        Breakdown.by("level", problems, confidence),
        Breakdown.by("subject", problems, confidence),
        completions(verdicts).mapToInt(each -> each.truncated() ? 1 : 0).average().orElseThrow(),
        answered ? unparsable(problems) : Double.NaN,
        completions(verdicts).mapToInt(Completion::length).average().orElseThrow(),
        confidence.level(),
        problems.stream().map(GradedProblem::outcome).toList());
  }

  private static void require(
      EvalRequest request, Optional<ScoredSet> ranking, boolean answered, String grader) {
    Checks.user(
        ranking.isPresent() || !request.has(Metric.Kind.BEST),
        "best@k needs rewards to choose by",
        "",
        "Score the rollouts first, then give the scored set: eval --set NAME --metrics best@8");
    Checks.user(
        answered || !request.has(Metric.Kind.MAJ),
        "maj@k needs the answers that were read, and " + grader + " has none",
        "",
        "Let the verifier grade: --by verifier");
  }

  private static List<GradedProblem> problems(ScoredSet verdicts, Optional<ScoredSet> ranking) {
    List<GradedProblem> problems = new ArrayList<>();
    for (int i = 0; i < verdicts.groups().size(); i++) {
      ScoredGroup group = verdicts.groups().get(i);
      Checks.user(
          !group.samples().isEmpty(),
          "prompt " + group.prompt().id() + " has no completions",
          "every problem needs at least one to be counted",
          "Sample it, or leave the prompt out");
      GradedProblem problem = GradedProblem.of(group);
      int place = i;
      problems.add(
          ranking.map(ranks -> problem.rankedBy(ranks.groups().get(place))).orElse(problem));
    }
    return problems;
  }

  private static Stream<Reward> rewards(List<GradedProblem> problems) {
    return problems.stream().flatMap(problem -> problem.verdicts().stream());
  }

  private static double unparsable(List<GradedProblem> problems) {
    return rewards(problems)
        .mapToInt(reward -> reward.extracted().isEmpty() ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static Stream<Completion> completions(ScoredSet set) {
    return set.groups().stream().flatMap(group -> group.samples().stream()).map(Scored::completion);
  }

  private static void requireAnswers(String data, List<Prompt> prompts) {
    Checks.user(
        !prompts.isEmpty(), data + " has no prompts to evaluate on", "", "Choose another set");
    prompts.forEach(Prompt::answer);
  }
}
