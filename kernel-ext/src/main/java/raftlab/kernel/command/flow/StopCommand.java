package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;
import raftlab.core.Stopped;
import raftlab.core.UsageError;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;
import raftlab.run.RunDirectory;
import raftlab.run.RunLock;
import raftlab.run.RunState;
import raftlab.run.StopRequest;

/** Ends a run or a sweep of another process at its next safe point, and waits for that. */
public final class StopCommand implements Command {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 50;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      completionCandidates = RunNames.class,
      description = "name of the run or the sweep (the one that is running)")
  String name;

  @Override
  public boolean exclusive() {
    return false;
  }

  @Override
  public Object run(Session session) {
    List<String> running = running();
    if (name == null && running.size() > 1) {
      throw new UsageError(
          running.size() + " runs are running", String.join(", ", running), "Say which: stop RUN");
    }
    if (name == null && running.isEmpty()) {
      session.exit(ExitCode.NOTHING_TO_DO);
      return Report.of("no run in " + Runs.folder() + " is running");
    }
    String wanted = name == null ? running.get(0) : name;
    Path folder = Runs.isSweep(wanted) ? Runs.sweep(wanted).path() : Runs.open(wanted).path();
    if (!RunLock.held(folder)) {
      session.exit(ExitCode.NOTHING_TO_DO);
      return Report.of(wanted + " is not running: it is " + state(wanted));
    }
    StopRequest.ask(folder);
    if (!released(folder, session)) {
      session.exit(ExitCode.FAILED);
      return Report.of(
          wanted + " was asked to stop and still works after " + PATIENCE.toSeconds() + " s");
    }
    return ended(wanted, session);
  }

  private static List<String> running() {
    List<String> running = new ArrayList<>();
    Runs.own().stream().filter(each -> RunLock.held(Runs.open(each))).forEach(running::add);
    Runs.sweeps().stream()
        .filter(each -> RunLock.held(Runs.sweep(each).path()))
        .forEach(running::add);
    return running;
  }

  private static boolean released(Path folder, Session session) {
    Instant end = Instant.now().plus(PATIENCE);
    while (RunLock.held(folder)) {
      if (session.frontEnd().stopRequested()) {
        throw new Stopped("stopped waiting; the request stands");
      }
      if (Instant.now().isAfter(end)) {
        return false;
      }
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Stopped("stopped waiting; the request stands");
      }
    }
    return true;
  }

  private static String state(String name) {
    if (Runs.isSweep(name)) {
      boolean done =
          Runs.sweep(name).plan().runs().stream()
              .allMatch(each -> Runs.sweep(name).result(each).isPresent());
      return (done ? RunState.DONE : RunState.STOPPED).toString();
    }
    return RunState.of(Runs.open(name)).toString();
  }

  private static Report ended(String name, Session session) {
    if (state(name).equals(RunState.DONE.toString())) {
      return Report.of(name + " ended by itself before it was asked");
    }
    String after = "";
    if (!Runs.isSweep(name)) {
      RunDirectory run = Runs.open(name);
      after = " after iteration " + Math.max(0, run.lastComplete());
    }
    return Report.of(
        name
            + " stopped"
            + after
            + "; continue with "
            + session.frontEnd().prefix()
            + " resume "
            + name);
  }

  @Override
  public List<String> helpRemarks() {
    return List.of(
        "The run ends between two tokens or two micro-batches; what is complete is on disk, and"
            + " `resume` goes on from there to the same weights.",
        "The call that runs it ends as if interrupted (exit code 130). Nothing running is exit code"
            + " 3.");
  }
}
