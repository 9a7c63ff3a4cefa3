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
 * @param every evaluate each so many rounds; the last is always evaluated
 * @param evaluationSamples samples per problem in the evaluations before and after, at temperature
 *     1
 * @param curveSamples samples per problem in the evaluations between
 * @param seed the run's seed
 * @param rules when it ends early and whether a thin selection is refilled
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
    RunRules rules) {

  public RaftSettings {
    Checks.user(
        iterations >= 1, "--iterations " + iterations + " runs nothing", "", "Give 1 or more");
    Checks.user(prompts >= 1, "--prompts " + prompts + " samples nothing", "", "Give 1 or more");
    Checks.user(
        every >= 1, "--every " + every + " is not a number of rounds", "", "Give 1 or more");
    Checks.atLeast(evaluationSamples, 1, "evaluation samples");
    Checks.atLeast(curveSamples, 1, "curve samples");
    // A run of an older version has no rules in its config.json.
    rules = rules == null ? RunRules.NONE : rules;
  }

  /** Settings without rules: every round is run, and none is refilled. */
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
        RunRules.NONE);
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
        value);
  }
}
