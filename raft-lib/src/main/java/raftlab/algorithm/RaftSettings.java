package raftlab.algorithm;

import raftlab.core.Checks;
import raftlab.core.SamplingSettings;
import raftlab.select.SelectionSettings;
import raftlab.train.TrainSettings;

/**
 * Everything that decides a run beside its data, its start and its reward.
 *
 * @param iterations RAFT rounds
 * @param prompts prompts per round
 * @param sampling K, temperature and length of the rollouts
 * @param selection which rollouts are kept
 * @param training how the policy learns from them; the optimizer's moments survive the rounds
 *     unless the objective resets them
 * @param every evaluate each so many rounds; the last is always evaluated
 * @param evaluationSamples samples per problem in the evaluations before and after, at temperature
 *     1
 * @param curveSamples samples per problem in the evaluations between
 * @param seed the run's seed
 * @param rules when it ends early and whether a thin selection is refilled
 * @param objective advantage and loss: with the selection, what makes the algorithm
 */
public record RaftSettings(
    int iterations,
    int prompts,
    SamplingSettings sampling,
    SelectionSettings selection,
    TrainSettings training,
    int every,
    int evaluationSamples,
    int curveSamples,
    long seed,
    RunRules rules,
    Objective objective) {

  public RaftSettings {
    Checks.usage(
        iterations >= 1, "--iterations " + iterations + " runs nothing", "", "Give 1 or more");
    Checks.usage(prompts >= 1, "--prompts " + prompts + " samples nothing", "", "Give 1 or more");
    Checks.usage(
        every >= 1, "--every " + every + " is not a number of rounds", "", "Give 1 or more");
    // A run of an older version has neither rules nor objective in its config.json.
    rules = rules == null ? RunRules.NONE : rules;
    objective = objective == null ? Objective.fineTuning() : objective;
    Checks.usage(
        !objective.comparing() || sampling.completionsPerPrompt() >= 2,
        "-k "
            + sampling.completionsPerPrompt()
            + " leaves nothing to compare for "
            + objective.algorithm(),
        "it weighs each completion against the others of its prompt",
        "Give -k 2 or more");
    Checks.usage(
        evaluationSamples >= 1,
        "--n " + evaluationSamples + " is not a number of samples",
        "",
        "Give 1 or more");
    Checks.atLeast(curveSamples, 1, "curve samples");
  }

  /** Settings of plain fine-tuning without rules: every round is run, and none is refilled. */
  public RaftSettings(
      int iterations,
      int prompts,
      SamplingSettings sampling,
      SelectionSettings selection,
      TrainSettings training,
      int every,
      int evaluationSamples,
      int curveSamples,
      long seed) {
    this(
        iterations,
        prompts,
        sampling,
        selection,
        training,
        every,
        evaluationSamples,
        curveSamples,
        seed,
        RunRules.NONE,
        Objective.fineTuning());
  }

  public RaftSettings withRules(RunRules value) {
    return new RaftSettings(
        iterations,
        prompts,
        sampling,
        selection,
        training,
        every,
        evaluationSamples,
        curveSamples,
        seed,
        value,
        objective);
  }

  public RaftSettings withObjective(Objective value) {
    return new RaftSettings(
        iterations,
        prompts,
        sampling,
        selection,
        training,
        every,
        evaluationSamples,
        curveSamples,
        seed,
        rules,
        value);
  }
}
