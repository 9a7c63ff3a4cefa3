package raftlab.algorithm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.PromptSet;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.eval.EvalReport;
import raftlab.eval.EvalRequest;
import raftlab.eval.Evaluator;
import raftlab.reward.Scorer;
import raftlab.run.RunDirectory;

/**
 * The evaluation of a round on prompts that are not trained on: pass@1 by the checker and, with a
 * gold reward, the mean of both rewards over the same samples. What is on disk is not done again.
 *
 * @param end whether it is the start or the last round, which have more samples per problem
 */
record HeldOutRound(RunDirectory run, RaftSettings settings, Judges judges, boolean end) {

  void measure(Learner learner, int round, IterationMetrics metrics, RunContext context) {
    PromptSet prompts = run.evaluationPrompts(() -> null);
    Samples samples = new Samples(learner, prompts, sampling(round), context);
    EvalReport report =
        run.record(
            run.iteration(round).resolve("evaluation.json"),
            EvalReport.class,
            () -> graded(prompts, samples, context));
    metrics.evaluated(report).drop(history().best(round, "eval/pass@1", report.passAt1().value()));
    if (judges.gold().isPresent()) {
      HeldOut now = held(round, samples, context);
      HeldOut start = round == 0 ? now : RunDirectory.readRecord(file(0), HeldOut.class);
      metrics.judged(now, start, history().best(round, "eval/gold", now.gold().value()));
    }
  }

  /** Draws the round's samples when they are first needed. */
  private static final class Samples {
    private final Learner learner;
    private final PromptSet prompts;
    private final SamplingSettings settings;
    private final RunContext context;
    private RolloutSet drawn;

    Samples(Learner learner, PromptSet prompts, SamplingSettings settings, RunContext context) {
      this.learner = learner;
      this.prompts = prompts;
      this.settings = settings;
      this.context = context;
    }

    RolloutSet get() {
      if (drawn == null) {
        drawn = learner.sampler().sample(prompts, settings, context);
      }
      return drawn;
    }
  }

  private EvalReport graded(PromptSet prompts, Samples samples, RunContext context) {
    List<Integer> ks = new ArrayList<>();
    for (int k = 2; k <= samples.settings.completionsPerPrompt(); k *= 2) {
      ks.add(k);
    }
    EvalRequest request = EvalRequest.passAndMajority(ks, samples.settings.completionsPerPrompt());
    return new Evaluator(judges.check()).grade(samples.get(), prompts, request, context);
  }

  private HeldOut held(int round, Samples samples, RunContext context) {
    return run.record(
        file(round),
        HeldOut.class,
        () ->
            HeldOut.of(
                Scorer.score(samples.get(), judges.reward(), context),
                Scorer.score(samples.get(), judges.gold().orElseThrow(), context)));
  }

  private Path file(int round) {
    return run.iteration(round).resolve("held-out.json");
  }

  private SamplingSettings sampling(int round) {
    return settings
        .sampling()
        .withTemperature(1)
        .withCompletionsPerPrompt(end ? settings.evaluationSamples() : settings.curveSamples())
        .withIteration(round);
  }

  private RoundHistory history() {
    return new RoundHistory(run);
  }
}
