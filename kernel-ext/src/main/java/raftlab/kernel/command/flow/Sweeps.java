package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import raftlab.algorithm.RaftSettings;
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

  private Sweeps() {}

  /** A planned run as the line of {@code run} that it stands for. */
  record Line(RunCommand command, Session session) {}

  /** The names of those rewards of a run that its folder cannot say: Java code of this notebook. */
  private record Lambdas(String reward, String gold) {

    static Lambdas of(RunCommand command, RunDirectory run) {
      return new Lambdas(
          Rewards.isRemembered(run) ? null : command.reward,
          Rewards.goldIsLambda(run) ? command.gold : null);
    }
  }

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

  private static Optional<PlannedRun> begunAlike(Session session, SweepDirectory sweep, Line line) {
    return sweep.plan().runs().stream()
        .filter(sweep::begun)
        .filter(other -> line(session, other).command().start().equals(line.command().start()))
        .findFirst();
  }

  static Line line(Session session, PlannedRun run) {
    ParsedCall call = session.call(List.of("run", run.name()), run.body());
    return new Line((RunCommand) call.command(), call.session());
  }

  /** Lays out runs by the command's own code, and drives them by what their folders say. */
  private record Runner(Session session) implements Sweep.Runner {

    @Override
    public boolean startsAnew(SweepDirectory sweep, PlannedRun run) {
      return begunAlike(session, sweep, line(session, run)).isEmpty();
    }

    @Override
    public void layOut(SweepDirectory sweep, PlannedRun run) {
      Line line = line(session, run);
      RunDirectory directory = RunDirectory.create(sweep.path(), run.name());
      Optional<PlannedRun> like = begunAlike(session, sweep, line);
      if (like.isEmpty() || line.command().isNamed(line.session())) {
        line.command().layOut(line.session(), directory);
        like.ifPresent(other -> requireSameInputs(sweep, run, other));
        return;
      }
      RunDirectory other = RunDirectory.open(sweep.folder(like.get()));
      RaftSettings settings = line.command().settings(line.session());
      try {
        Lambdas named = Lambdas.of(line.command(), other);
        SameStart.layOut(session, other, directory, settings, named.reward(), named.gold());
      } catch (RuntimeException e) {
        directory.discardUnstarted();
        throw e;
      }
    }

    /** A name may mean something else than when the sweep was begun and broken off. */
    private static void requireSameInputs(SweepDirectory sweep, PlannedRun run, PlannedRun other) {
      if (inputs(sweep, other).equals(inputs(sweep, run))) {
        return;
      }
      Folders.delete(sweep.folder(run));
      throw new UserError(
          "the policy or the prompts are others than when sweep " + sweep.name() + " was begun",
          run.name() + " and " + other.name() + " would not start alike",
          "Load the old ones again, or give the sweep another name");
    }

    private static List<String> inputs(SweepDirectory sweep, PlannedRun run) {
      Manifest made =
          RunDirectory.readRecord(sweep.folder(run).resolve("manifest.json"), Manifest.class);
      // What precedes the hash is the folder that the policy was loaded from.
      String weights = made.policy().replaceFirst("^.*@", "");
      return List.of(weights, made.prompts(), made.evaluation());
    }

    @Override
    public void complete(SweepDirectory sweep, PlannedRun run, RunContext context) {
      RunDirectory directory = RunDirectory.open(sweep.folder(run));
      Lambdas named = Lambdas.of(line(session, run).command(), directory);
      Runs.loop(session, directory, named.reward(), null, named.gold()).run(context);
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
