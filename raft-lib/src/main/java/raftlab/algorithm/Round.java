package raftlab.algorithm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import raftlab.core.Event;
import raftlab.core.PromptSet;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.ScoredSet;
import raftlab.core.Seeds;
import raftlab.core.Selection;
import raftlab.files.Folders;
import raftlab.reward.Scorer;
import raftlab.run.RunDirectory;
import raftlab.select.Selectors;
import raftlab.train.TrainReport;

/**
 * One round of a run: its phases in the order in which {@link RaftLoop} calls them. What a phase
 * makes is taken from the run directory if it is there already.
 */
final class Round {

  private final RunDirectory run;
  private final RaftSettings settings;
  private final Judges judges;
  private final Learner learner;
  private final int number;
  private final RunContext context;
  private final IterationMetrics metrics = new IterationMetrics();
  private final long began = System.nanoTime();

  /**
   * @param number from 1; 0 is the start, which is only evaluated
   */
  Round(
      RunDirectory run,
      RaftSettings settings,
      Judges judges,
      Learner learner,
      int number,
      RunContext context) {
    this.run = run;
    this.settings = settings;
    this.judges = judges;
    this.learner = learner;
    this.number = number;
    this.context = context;
  }

  /** Samples, scores and selects. */
  Experience collect(PromptSchedule schedule) {
    RolloutSet rollouts = sample(schedule.round(number));
    ScoredSet scored = score(rollouts);
    Drawn drawn = refilled(new Drawn(rollouts, scored), schedule);
    Selection selection = run.selection(number, drawn.rollouts(), () -> chosen(drawn));
    metrics.scored(drawn.scored()).selected(selection);
    return new Experience(drawn.scored(), selection);
  }

  private RolloutSet sample(PromptSet prompts) {
    long since = System.nanoTime();
    RolloutSet rollouts = run.rollouts(number, () -> sampled(prompts));
    phase("sample", since);
    return rollouts;
  }

  private RolloutSet sampled(PromptSet prompts) {
    return learner.sampler().sample(prompts, settings.sampling().withIteration(number), context);
  }

  private ScoredSet score(RolloutSet rollouts) {
    long since = System.nanoTime();
    ScoredSet scored = run.rewards(number, rollouts, () -> rewards(rollouts));
    phase("score", since);
    if (settings.objective().advantage().withoutBaseline()
        && scored.values().allMatch(value -> value >= 0)) {
      context.emit(
          new Event.Note(
              "round "
                  + number
                  + ": no reward is below 0, so wrong answers teach "
                  + settings.objective().algorithm()
                  + " nothing; a reward with --range pm1 makes them -1"));
    }
    return scored;
  }

  private ScoredSet rewards(RolloutSet rollouts) {
    return Shaping.shaped(
        Scorer.score(rollouts, judges.reward(), context),
        rollouts,
        settings.objective().klBeta(),
        learner,
        context);
  }

  /** Draws further prompts while less than a batch would be kept. */
  private Drawn refilled(Drawn first, PromptSchedule schedule) {
    Drawn drawn = first;
    for (int refill = 1; refill <= settings.rules().maxRefill(); refill++) {
      PromptSet more = schedule.refill(number, refill);
      if (more.size() == 0 || chosen(drawn).kept().size() >= settings.training().batchSize()) {
        return drawn;
      }
      RolloutSet rollouts = run.refillRollouts(number, refill, () -> sampled(more));
      ScoredSet scored = run.refillRewards(number, refill, rollouts, () -> rewards(rollouts));
      drawn = drawn.plus(new Drawn(rollouts, scored));
    }
    return drawn;
  }

  private Selection chosen(Drawn drawn) {
    return Selectors.of(settings.selection())
        .select(drawn.scored(), Seeds.derive(settings.seed(), Seeds.key("select"), number));
  }

  /**
   * Learns and writes the checkpoint, which appears whole or not at all; if it is there after a
   * kill, its weights are what the round ended with.
   */
  void learn(Experience experience) {
    long since = System.nanoTime();
    Path checkpoint = run.checkpoint(number);
    if (Files.exists(checkpoint)) {
      // Killed between the checkpoint and the metrics: train again from the same start, to the same
      // bits.
      Folders.delete(checkpoint);
    }
    metrics.trained(learnt(experience));
    Folders.writeWhole(checkpoint, learner::save);
    phase("finetune", since);
  }

  private TrainReport learnt(Experience experience) {
    if (experience.selection().isEmpty()) {
      context.emit(new Event.Note("round " + number + ": nothing was kept, the update is skipped"));
      return TrainReport.NONE;
    }
    return learner.learn(experience, context);
  }

  /**
   * Evaluates on the prompts that are not trained on.
   *
   * @param end whether it is the start or the last round, which have more samples per problem
   */
  void evaluate(boolean end) {
    new HeldOutRound(run, settings, judges, end).measure(learner, number, metrics, context);
  }

  /** Returns the numbers found so far. */
  Map<String, Double> metrics() {
    return metrics.values();
  }

  /** Writes the numbers: the round is done. */
  void finish() {
    metrics.seconds("round", (System.nanoTime() - began) / 1e9);
    new RoundHistory(run).write(number, metrics);
    context.emit(new Event.IterationDone(number, settings.iterations(), metrics.values()));
  }

  private void phase(String name, long since) {
    double seconds = (System.nanoTime() - since) / 1e9;
    metrics.seconds(name, seconds);
    context.emit(new Event.PhaseDone(number, name, seconds));
  }
}
