package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.files.Folders;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.ParsedCall;
import raftlab.kernel.command.Session;
import raftlab.run.Manifest;
import raftlab.run.RunDirectory;
import raftlab.sweep.PlannedRun;
import raftlab.sweep.Sweep;
import raftlab.sweep.SweepDirectory;
import raftlab.sweep.SweepPlan;
import raftlab.sweep.SweepResult;

/** Runs sweeps with the session's policies, prompts and rewards. */
final class Sweeps {

  /** The settings that name what a run starts from. */
  private static final List<String> INPUTS = List.of("policy", "data", "eval");

  private Sweeps() {}

  /** A planned run as the line of {@code run} that it stands for. */
  record Line(RunCommand command, Session session) {}

  /** Starts a sweep or takes it up; a failed run makes the call fail in the end. */
  static SweepResult complete(Session session, SweepDirectory sweep) {
    SweepResult result;
    try {
      result = new Sweep(sweep, new Runner(session)).run(Live.context(session));
    } catch (Stopped e) {
      throw new Stopped(
          "stopped after "
              + sweep.plan().runs().stream().filter(each -> sweep.result(each).isPresent()).count()
              + " of "
              + sweep.plan().runs().size()
              + " runs; continue with "
              + session.frontEnd().prefix()
              + " resume "
              + sweep.name());
    }
    if (result.done() < result.runs().size()) {
      session.exit(ExitCode.FAILED);
    }
    return result;
  }

  static Line line(Session session, PlannedRun run) {
    ParsedCall call = session.call(List.of("run", run.name()), run.body());
    return new Line((RunCommand) call.command(), call.session());
  }

  /** Lays out runs by the command's own code, and drives them by what their folders say. */
  private record Runner(Session session) implements Sweep.Runner {

    @Override
    public void layOut(SweepDirectory sweep, PlannedRun run) {
      Line line = line(session, run);
      RunDirectory directory = RunDirectory.create(sweep.path(), run.name());
      line.command().layOut(line.session(), directory);
      try {
        requireSameInputs(sweep, run);
      } catch (UserError e) {
        Folders.delete(directory.path());
        throw e;
      }
    }

    /** A name may mean something else than when the sweep was begun and broken off. */
    private static void requireSameInputs(SweepDirectory sweep, PlannedRun run) {
      for (PlannedRun other : sweep.plan().runs()) {
        boolean alike =
            INPUTS.stream()
                .allMatch(
                    key -> Objects.equals(other.settings().get(key), run.settings().get(key)));
        if (alike && sweep.begun(other) && !inputs(sweep, other).equals(inputs(sweep, run))) {
          throw new UserError(
              "the policy or the prompts are others than when sweep " + sweep.name() + " was begun",
              run.name() + " and " + other.name() + " would not start alike",
              "Load the old ones again, or give the sweep another name");
        }
      }
    }

    private static List<String> inputs(SweepDirectory sweep, PlannedRun run) {
      Manifest made =
          RunDirectory.readRecord(sweep.folder(run).resolve("manifest.json"), Manifest.class);
      return List.of(made.policy(), made.prompts(), made.evaluation());
    }

    @Override
    public void complete(SweepDirectory sweep, PlannedRun run, RunContext context) {
      RunDirectory directory = RunDirectory.open(sweep.folder(run));
      Runs.loop(session, directory, null, null).run(context);
    }
  }

  /** Returns what would be run, and at most how many tokens that takes. */
  static List<String> estimate(Session session, SweepPlan plan) {
    List<String> sentences = new ArrayList<>();
    long sampled = 0;
    long evaluated = 0;
    for (PlannedRun run : plan.runs()) {
      Line line = line(session, run);
      RunEstimate estimate = line.command().cost(line.session());
      sampled += estimate.sampled();
      evaluated += estimate.evaluated();
      sentences.add(
          String.format(
              java.util.Locale.ROOT,
              "%s: at most %,d tokens for training and %,d in evaluations.",
              run.name(),
              estimate.sampled(),
              estimate.evaluated()));
    }
    sentences.add(
        0,
        String.format(
            java.util.Locale.ROOT,
            "Sweep %s: %d runs, at most %,d tokens to generate (%,d for training, %,d in"
                + " evaluations).",
            plan.name(),
            plan.runs().size(),
            sampled + evaluated,
            sampled,
            evaluated));
    return sentences;
  }
}
