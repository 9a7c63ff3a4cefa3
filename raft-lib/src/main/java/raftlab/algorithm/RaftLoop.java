package raftlab.algorithm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Event;
import raftlab.core.NothingToDo;
import raftlab.core.PromptSet;
import raftlab.core.RewardFunction;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.ScoredSet;
import raftlab.core.Seeds;
import raftlab.core.Selection;
import raftlab.core.UserError;
import raftlab.files.Folders;
import raftlab.reward.AnswerCheck;
import raftlab.reward.Scorer;
import raftlab.run.EventLog;
import raftlab.run.Manifest;
import raftlab.run.RunDirectory;
import raftlab.run.RunLock;
import raftlab.run.StopRequest;
import raftlab.select.Selectors;
import raftlab.train.TrainReport;

/**
 * The loop of every {@link Algorithm}: each round samples K completions per prompt from the current
 * policy, scores them, selects, learns and evaluates. Which completions are selected and what is
 * learnt from them is a matter of settings.
 *
 * <p>Every phase asks the run directory for its artifact first, so {@link #run} both starts and
 * resumes. After a kill it ends with the same weights, bit by bit, as a run that was not killed, on
 * the same machine with the same number of threads.
 */
public final class RaftLoop {

  private static final int KEPT_CHECKPOINTS = 2;
  private static final int EMPTY_IN_A_ROW = 3;

  private final RunDirectory run;
  private final RaftSettings settings;
  private final RewardFunction reward;
  private final AnswerCheck check;
  private final Learner.Loader loader;
  private Optional<RewardFunction> gold = Optional.empty();

  private RaftLoop(
      RunDirectory run,
      RaftSettings settings,
      RewardFunction reward,
      AnswerCheck check,
      Learner.Loader loader) {
    this.run = run;
    this.settings = settings;
    this.reward = reward;
    this.check = check;
    this.loader = loader;
  }

  /**
   * Lays out a new run: prompts, the start's checkpoint, manifest and settings. The start is
   * written and may then be closed.
   */
  public static RaftLoop start(
      RunDirectory run,
      RaftSettings settings,
      Learner start,
      PromptSet prompts,
      PromptSet evaluation,
      RewardFunction reward,
      AnswerCheck check,
      Learner.Loader loader) {
    run.prompts(() -> prompts);
    run.evaluationPrompts(() -> evaluation);
    Folders.writeWhole(run.checkpoint(0), start::save);
    RunDirectory.writeRecord(
        run.path().resolve("manifest.json"),
        Manifest.now(
            settings.seed(),
            start.policy().id(),
            prompts.sha256(),
            evaluation.sha256(),
            reward.name(),
            check.name()));
    // The settings come last: a folder without them is not yet a run.
    RunDirectory.writeRecord(run.path().resolve("config.json"), settings);
    return new RaftLoop(run, settings, reward, check, loader);
  }

  /** Takes up a run that was stopped or killed. */
  public static RaftLoop resume(
      RunDirectory run, RewardFunction reward, AnswerCheck check, Learner.Loader loader) {
    Manifest manifest =
        RunDirectory.readRecord(run.path().resolve("manifest.json"), Manifest.class);
    if (!manifest.reward().equals(reward.name())) {
      throw new UserError(
          "run " + run.name() + " was rewarded by " + manifest.reward() + ", not " + reward.name(),
          "the rounds would not belong together",
          "Give that reward: --reward " + manifest.reward());
    }
    RaftSettings settings =
        RunDirectory.readRecord(run.path().resolve("config.json"), RaftSettings.class);
    return new RaftLoop(run, settings, reward, check, loader);
  }

  /**
   * Lets a gold reward judge the held-out samples too, beside the reward that is trained on. It has
   * no part in the training.
   */
  public RaftLoop judgedBy(RewardFunction judge) {
    gold = Optional.of(judge);
    return this;
  }

  /** Runs to the last round, or until stopped. */
  public RunResult run(RunContext outer) {
    RunLock lock = RunLock.take(run);
    try (lock) {
      run.removeUnfinished();
      RunContext context = StopRequest.heeded(run.path(), outer).andTell(new EventLog(run));
      int done = run.lastComplete();
      try (Learner learner =
          loader.load(run.checkpoint(Math.max(0, done)), run.checkpoint(0), settings)) {
        if (done < 0) {
          long began = System.nanoTime();
          IterationMetrics metrics = new IterationMetrics();
          evaluate(learner, 0, true, metrics, context);
          finish(0, metrics, began, context);
        }
        rounds(learner, Math.max(1, done + 1), context);
        return result(learner);
      } finally {
        StopRequest.forget(run.path());
      }
    }
  }

  private void rounds(Learner learner, int from, RunContext context) {
    PromptSchedule schedule =
        new PromptSchedule(run.prompts(() -> null), settings.prompts(), settings.seed());
    int empty = emptyBefore(from);
    double tokens = tokensBefore(from);
    if (ended(from - 1) || settings.rules().spends(tokens)) {
      return;
    }
    for (int i = from; i <= settings.iterations(); i++) {
      context.checkStop();
      long began = System.nanoTime();
      IterationMetrics metrics = new IterationMetrics();
      RolloutSet rollouts = sample(learner, schedule.round(i), i, metrics, context);
      ScoredSet scored = score(rollouts, learner, i, metrics, context);
      Drawn drawn = refilled(new Drawn(rollouts, scored), learner, schedule, i, context);
      Selection selection = select(drawn, i);
      metrics.scored(drawn.scored()).selected(selection);
      empty = selection.isEmpty() ? empty + 1 : 0;
      if (empty == EMPTY_IN_A_ROW) {
        throw new NothingToDo(
            "nothing was kept in " + empty + " rounds in a row",
            "there is nothing to train on",
            "Try an easier set (--from toy), more completions (-k 16), or a stronger start");
      }
      learn(learner, new Experience(drawn.scored(), selection), i, metrics, context);
      tokens += metrics.values().get("tokens/sampled");
      boolean spent = settings.rules().spends(tokens);
      boolean end = spent || i == settings.iterations();
      if (i % settings.every() == 0 || end) {
        evaluate(learner, i, end, metrics, context);
      }
      boolean last = settings.rules().ends(metrics.values());
      if (last) {
        evaluate(learner, i, end, metrics, context);
      }
      finish(i, metrics, began, context);
      prune(i);
      if (last) {
        context.emit(
            new Event.Note("round " + i + " is the last, since " + settings.rules().stopIf()));
        return;
      }
      if (spent) {
        context.emit(
            new Event.Note(
                String.format(
                    java.util.Locale.ROOT,
                    "round %d is the last: %,.0f of %,d tokens are sampled",
                    i,
                    tokens,
                    settings.rules().budget())));
        return;
      }
    }
  }

  private double tokensBefore(int round) {
    double tokens = 0;
    for (int i = 1; i < round; i++) {
      tokens += readMetrics(i).getOrDefault("tokens/sampled", 0.0);
    }
    return tokens;
  }

  /** Returns how many rounds right before one kept nothing, as the run directory has it. */
  private int emptyBefore(int round) {
    int empty = 0;
    while (round - 1 - empty >= 1
        && readMetrics(round - 1 - empty).getOrDefault("selected/count", 1.0) == 0) {
      empty++;
    }
    return empty;
  }

  /** Returns whether a round that is done was the last by the run's stop condition. */
  private boolean ended(int round) {
    return round >= 1 && settings.rules().ends(readMetrics(round));
  }

  /** Draws further prompts while less than a batch would be kept. */
  private Drawn refilled(
      Drawn first, Learner learner, PromptSchedule schedule, int round, RunContext context) {
    Drawn drawn = first;
    for (int refill = 1; refill <= settings.rules().maxRefill(); refill++) {
      PromptSet more = schedule.refill(round, refill);
      if (more.size() == 0
          || chosen(drawn, round).kept().size() >= settings.training().batchSize()) {
        return drawn;
      }
      SamplingSettings how = settings.sampling().withIteration(round);
      RolloutSet rollouts =
          run.refillRollouts(round, refill, () -> learner.sampler().sample(more, how, context));
      ScoredSet scored =
          run.refillRewards(round, refill, rollouts, () -> rewards(rollouts, learner, context));
      drawn = drawn.plus(new Drawn(rollouts, scored));
    }
    return drawn;
  }

  private RolloutSet sample(
      Learner learner, PromptSet prompts, int round, IterationMetrics metrics, RunContext context) {
    long began = System.nanoTime();
    RolloutSet rollouts =
        run.rollouts(
            round,
            () ->
                learner
                    .sampler()
                    .sample(prompts, settings.sampling().withIteration(round), context));
    phase(round, "sample", began, metrics, context);
    return rollouts;
  }

  private ScoredSet score(
      RolloutSet rollouts,
      Learner learner,
      int round,
      IterationMetrics metrics,
      RunContext context) {
    long began = System.nanoTime();
    ScoredSet scored = run.rewards(round, rollouts, () -> rewards(rollouts, learner, context));
    phase(round, "score", began, metrics, context);
    if (settings.objective().advantage().withoutBaseline()
        && scored.values().allMatch(value -> value >= 0)) {
      context.emit(
          new Event.Note(
              "round "
                  + round
                  + ": no reward is below 0, so wrong answers teach "
                  + settings.objective().algorithm()
                  + " nothing; a reward with --range pm1 makes them -1"));
    }
    return scored;
  }

  private ScoredSet rewards(RolloutSet rollouts, Learner learner, RunContext context) {
    return Shaping.shaped(
        Scorer.score(rollouts, reward, context),
        rollouts,
        settings.objective().klBeta(),
        learner,
        context);
  }

  private Selection select(Drawn drawn, int round) {
    return run.selection(round, drawn.rollouts(), () -> chosen(drawn, round));
  }

  private Selection chosen(Drawn drawn, int round) {
    return Selectors.of(settings.selection())
        .select(drawn.scored(), Seeds.derive(settings.seed(), Seeds.key("select"), round));
  }

  /**
   * A checkpoint appears whole or not at all; if it is there after a kill, its weights are what the
   * round ended with.
   */
  private void learn(
      Learner learner,
      Experience experience,
      int round,
      IterationMetrics metrics,
      RunContext context) {
    long began = System.nanoTime();
    Path checkpoint = run.checkpoint(round);
    if (Files.exists(checkpoint)) {
      // Killed between the checkpoint and the metrics: train again from the same start, to the same
      // bits.
      Folders.delete(checkpoint);
    }
    TrainReport report;
    if (experience.selection().isEmpty()) {
      context.emit(new Event.Note("round " + round + ": nothing was kept, the update is skipped"));
      report = TrainReport.NONE;
    } else {
      report = learner.learn(experience, context);
    }
    Folders.writeWhole(checkpoint, learner::save);
    metrics.trained(report);
    phase(round, "finetune", began, metrics, context);
  }

  private void evaluate(
      Learner learner, int round, boolean end, IterationMetrics metrics, RunContext context) {
    HeldOutRound held = new HeldOutRound(run, settings, reward, gold, check, end);
    held.measure(learner, round, metrics, context);
  }

  private void finish(int round, IterationMetrics metrics, long began, RunContext context) {
    metrics.seconds("round", (System.nanoTime() - began) / 1e9);
    RunDirectory.writeRecord(run.iteration(round).resolve("metrics.json"), metrics.values());
    context.emit(new Event.IterationDone(round, settings.iterations(), metrics.values()));
  }

  private static void phase(
      int round, String name, long began, IterationMetrics metrics, RunContext context) {
    double seconds = (System.nanoTime() - began) / 1e9;
    metrics.seconds(name, seconds);
    context.emit(new Event.PhaseDone(round, name, seconds));
  }

  /** Keeps the start, the last checkpoints and the final one. */
  private void prune(int round) {
    int old = round - KEPT_CHECKPOINTS;
    if (old >= 1) {
      Folders.delete(run.checkpoint(old));
    }
  }

  private RunResult result(Learner learner) {
    int rounds = run.lastComplete();
    List<Map<String, Double>> curve = new ArrayList<>();
    for (int i = 0; i <= rounds; i++) {
      curve.add(readMetrics(i));
    }
    Map<String, Double> first = curve.get(0);
    Map<String, Double> last = curve.get(rounds);
    RunResult result =
        new RunResult(
            run.name(),
            first.get("eval/pass@1"),
            List.of(first.get("eval/pass@1/low"), first.get("eval/pass@1/high")),
            last.get("eval/pass@1"),
            List.of(last.get("eval/pass@1/low"), last.get("eval/pass@1/high")),
            rounds,
            curve.stream().mapToDouble(each -> each.get("seconds/round")).sum(),
            learner.policy().id(),
            run.path().relativize(run.checkpoint(rounds)).toString(),
            Diagnosis.of(curve),
            curve);
    RunDirectory.writeRecord(run.path().resolve("result.json"), result);
    return result;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Double> readMetrics(int round) {
    return RunDirectory.readRecord(run.iteration(round).resolve("metrics.json"), Map.class);
  }
}
