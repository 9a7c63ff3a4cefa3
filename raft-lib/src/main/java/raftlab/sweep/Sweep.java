package raftlab.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.UserError;
import raftlab.run.RunLock;
import raftlab.run.StopRequest;

/**
 * Drives a sweep: every run is laid out first, from the same start, and then each is run to its
 * end. What is done already is left alone, so the same call starts and completes a sweep. A run
 * that fails for a reason of the user's, such as nothing kept in three rounds, does not hold up the
 * others; it is tried again when the sweep is resumed.
 */
public final class Sweep {

  /** What a sweep asks of those who know policies, prompts and rewards. */
  public interface Runner {

    /** Returns whether no begun run starts like this one, so that only the session knows how. */
    boolean startsAnew(SweepDirectory sweep, PlannedRun run);

    /** Writes the folder of a run that was not begun. */
    void layOut(SweepDirectory sweep, PlannedRun run);

    /** Runs a begun run to its end, from wherever it stands. */
    void complete(SweepDirectory sweep, PlannedRun run, RunContext context);
  }

  private final SweepDirectory sweep;
  private final Runner runner;

  public Sweep(SweepDirectory sweep, Runner runner) {
    this.sweep = sweep;
    this.runner = runner;
  }

  /**
   * Completes the sweep, or runs until stopped.
   *
   * @throws raftlab.core.Stopped if asked to stop; the sweep can be taken up again
   */
  @SuppressWarnings("try") // the lock is held for its scope and not otherwise used
  public SweepResult run(RunContext outer) {
    try (RunLock lock = RunLock.take(sweep.path(), sweep.name())) {
      return complete(StopRequest.heeded(sweep.path(), outer));
    }
  }

  private SweepResult complete(RunContext context) {
    try {
      sweep.removeUnfinished();
      layOut(context);
      Map<String, String> failures = new LinkedHashMap<>();
      int number = 0;
      for (PlannedRun run : sweep.plan().runs()) {
        number++;
        context.checkStop();
        if (sweep.result(run).isEmpty()) {
          complete(run, number, context, failures);
        }
      }
      return SweepResult.of(sweep, failures);
    } finally {
      StopRequest.forget(sweep.path());
    }
  }

  /**
   * Lays out one run of each start first: after these few files the sweep needs nothing that only
   * the session knows, whatever happens to it.
   */
  private void layOut(RunContext context) {
    for (PlannedRun run : sweep.plan().runs()) {
      if (!sweep.begun(run) && runner.startsAnew(sweep, run)) {
        runner.layOut(sweep, run);
      }
    }
    for (PlannedRun run : sweep.plan().runs()) {
      context.checkStop();
      if (!sweep.begun(run)) {
        runner.layOut(sweep, run);
      }
    }
  }

  private void complete(
      PlannedRun run, int number, RunContext context, Map<String, String> failures) {
    try {
      runner.complete(
          sweep, run, new RunContext(context::stopRequested, told(run, number, context)));
    } catch (UserError e) {
      failures.put(run.name(), e.what());
      context.emit(new Event.Note(run.name() + " failed: " + e.what()));
    }
  }

  /** One line for the whole sweep: which run of how many, and how far it is. */
  private java.util.function.Consumer<Event> told(PlannedRun run, int number, RunContext context) {
    int total = sweep.plan().runs().size();
    String[] round = {"start"};
    return event -> {
      String detail = "";
      if (event instanceof Event.Progress progress) {
        detail = progress.phase() + " " + progress.done() + "/" + progress.total();
      } else if (event instanceof Event.TrainStep step) {
        detail = "finetune " + step.step() + "/" + step.steps();
      } else if (event instanceof Event.IterationDone done) {
        round[0] = "after round " + done.iteration();
      } else {
        return;
      }
      String text = run.name() + " " + round[0] + (detail.isEmpty() ? "" : ", " + detail);
      context.emit(new Event.Progress("sweep", number - 1L, total, text));
    };
  }
}
