package raftlab.algorithm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Event;
import raftlab.core.NothingToDo;
import raftlab.core.PromptSet;
import raftlab.core.RewardFunction;
import raftlab.core.RunContext;
import raftlab.core.UserError;
import raftlab.files.Folders;
import raftlab.reward.AnswerCheck;
import raftlab.run.EventLog;
import raftlab.run.Manifest;
import raftlab.run.RunDirectory;
import raftlab.run.RunLock;
import raftlab.run.StopRequest;

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
  private final Learner.Loader loader;
  private final RoundHistory history;
  private Judges judges;

  private RaftLoop(RunDirectory run, RaftSettings settings, Judges judges, Learner.Loader loader) {
    this.run = run;
    this.settings = settings;
    this.judges = judges;
    this.loader = loader;
    this.history = new RoundHistory(run);
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
    return new RaftLoop(run, settings, new Judges(reward, Optional.empty(), check), loader);
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
    return new RaftLoop(run, settings, new Judges(reward, Optional.empty(), check), loader);
  }

  /**
   * Lets a gold reward judge the held-out samples too, beside the reward that is trained on. It has
   * no part in the training.
   */
  public RaftLoop judgedBy(RewardFunction judge) {
    judges = judges.with(judge);
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
          Round start = round(learner, 0, context);
          start.evaluate(true);
          start.finish();
        }
        rounds(learner, Math.max(1, done + 1), context);
        return result(learner);
      } finally {
        StopRequest.forget(run.path());
      }
    }
  }

  private Round round(Learner learner, int number, RunContext context) {
    return new Round(run, settings, judges, learner, number, context);
  }

  private void rounds(Learner learner, int from, RunContext context) {
    PromptSchedule schedule =
        new PromptSchedule(run.prompts(() -> null), settings.prompts(), settings.seed());
    int empty = history.emptyBefore(from);
    double tokens = history.tokensBefore(from);
    boolean over = ended(from - 1) || settings.rules().spends(tokens);
    for (int i = from; i <= settings.iterations() && !over; i++) {
      context.checkStop();
      Round round = round(learner, i, context);
      Experience experience = round.collect(schedule);
      empty = experience.selection().isEmpty() ? empty + 1 : 0;
      if (empty == EMPTY_IN_A_ROW) {
        throw new NothingToDo(
            "nothing was kept in " + empty + " rounds in a row",
            "there is nothing to train on",
            "Try an easier set (--from toy), more completions (-k 16), or a stronger start");
      }
      round.learn(experience);
      tokens += round.metrics().get("tokens/sampled");
      over = close(round, i, tokens, context);
    }
  }

  /** Evaluates a round if it is time, and finishes it; returns whether it was the last. */
  private boolean close(Round round, int number, double tokens, RunContext context) {
    boolean spent = settings.rules().spends(tokens);
    boolean end = spent || number == settings.iterations();
    if (number % settings.every() == 0 || end) {
      round.evaluate(end);
    }
    boolean last = settings.rules().ends(round.metrics());
    if (last) {
      round.evaluate(end);
    }
    round.finish();
    prune(number);
    if (last) {
      context.emit(
          new Event.Note("round " + number + " is the last, since " + settings.rules().stopIf()));
    } else if (spent) {
      context.emit(
          new Event.Note(
              String.format(
                  Locale.ROOT,
                  "round %d is the last: %,.0f of %,d tokens are sampled",
                  number,
                  tokens,
                  settings.rules().budget())));
    }
    return last || spent;
  }

  /** Returns whether a round that is done was the last by the run's stop condition. */
  private boolean ended(int round) {
    return round >= 1 && settings.rules().ends(history.metrics(round));
  }

  /** Keeps the start, the last checkpoints and the final one. */
  private void prune(int round) {
    int old = round - KEPT_CHECKPOINTS;
    if (old >= 1) {
      Folders.delete(run.checkpoint(old));
    }
  }

  private RunResult result(Learner learner) {
    List<Map<String, Double>> curve = history.curve();
    int rounds = curve.size() - 1;
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
}
