package raftlab.kernel.command.flow;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.algorithm.RaftLoop;
import raftlab.algorithm.RaftSettings;
import raftlab.core.Checks;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Session;
import raftlab.run.RunComparison;
import raftlab.run.RunDifference;
import raftlab.run.RunDirectory;
import raftlab.run.RunReproduction;

/** Runs a run again from what its folder says, and finds the first difference. */
public final class ReproduceCommand implements Command {

  @Parameters(
      paramLabel = "RUN",
      completionCandidates = RunNames.class,
      description = "name of the run")
  String name;

  @Option(
      names = "--tolerance",
      defaultValue = "0",
      description = "how far numbers may be apart; 0 compares every bit, the weights too")
  double tolerance;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description = "name of the repetition (RUN-again, or the next free one)")
  String to;

  @Option(names = "--reward", description = "reward of that run, if it was a lambda of a cell")
  String reward;

  @Option(names = "--gold", description = "gold reward of that run, if it was a lambda of a cell")
  String gold;

  @Override
  public Object run(Session session) {
    Checks.usage(tolerance >= 0, "--tolerance " + tolerance + " is negative", "", "Give 0 or more");
    RunDirectory original = Runs.open(name);
    int rounds = original.lastComplete();
    Checks.user(
        rounds >= 0,
        name + " has no complete round yet",
        "",
        "Wait for it, or continue it: resume " + name);
    RunDirectory again = RunDirectory.create(Runs.folder(), to == null ? free() : to);
    RaftLoop loop;
    try {
      loop = layOut(session, original, again);
    } catch (RuntimeException e) {
      again.discardUnstarted();
      throw e;
    }
    RunComparison comparison = new RunComparison(original, again, tolerance);
    Watch watch = new Watch(comparison, rounds);
    RunContext outer = Live.context(session);
    RunContext context =
        new RunContext(() -> watch.over() || outer.stopRequested(), outer::emit)
            .andTell(watch::tell);
    try {
      loop.run(context);
    } catch (Stopped e) {
      if (!watch.over()) {
        throw new Stopped(
            "stopped after "
                + watch.compared
                + " of "
                + rounds
                + " rounds, which are the same so far");
      }
    }
    RunReproduction result =
        new RunReproduction(
            name,
            again.name(),
            Math.max(0, watch.compared),
            tolerance,
            watch.difference,
            comparison.provenance());
    if (!result.same()) {
      session.exit(ExitCode.DIFFERENT);
    }
    return result;
  }

  private String free() {
    String base = name.replaceFirst("^.*/", "") + "-again";
    String free = base;
    for (int i = 2; Files.exists(Runs.folder().resolve(free)); i++) {
      free = base + i;
    }
    return free;
  }

  private RaftLoop layOut(Session session, RunDirectory original, RunDirectory again) {
    RaftSettings settings =
        RunDirectory.readRecord(original.path().resolve("config.json"), RaftSettings.class);
    return SameStart.layOut(session, original, again, settings, reward, gold);
  }

  /** Compares each round as soon as it is done, so that nothing is run past a difference. */
  private static final class Watch {

    private final RunComparison comparison;
    private final int rounds;
    private int compared = -1;
    private Optional<RunDifference> difference = Optional.empty();

    Watch(RunComparison comparison, int rounds) {
      this.comparison = comparison;
      this.rounds = rounds;
    }

    void tell(Event event) {
      if (event instanceof Event.IterationDone done && !over()) {
        compared = done.iteration();
        difference = comparison.round(compared);
      }
    }

    boolean over() {
      return difference.isPresent() || compared >= rounds;
    }
  }

  @Override
  public List<String> helpRemarks() {
    return List.of(
        "Settings, prompts, seed, reward and start are those in the run's folder; rounds are"
            + " compared as they end: rollouts, rewards, selection, weights, evaluation, metrics.",
        "Equal to the bit is to be expected on the same machine with the same number of threads;"
            + " elsewhere give a --tolerance.",
        "The exit code is 4 if something differs.");
  }
}
