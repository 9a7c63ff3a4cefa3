package raftlab.kernel.command.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.files.JsonFile;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.sweep.PlannedRun;
import raftlab.sweep.SweepDirectory;
import raftlab.sweep.SweepFile;
import raftlab.sweep.SweepPlan;

/** Runs several algorithms, settings and seeds with equal budgets, from one YAML file. */
public final class SweepCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "YAML file of the sweep; with a body, the sweep's name")
  String file;

  @Override
  public boolean takesBody() {
    return true;
  }

  @Override
  public Object run(Session session) {
    SweepPlan plan = plan(session);
    // Every line is checked before the first one is run.
    for (PlannedRun run : plan.runs()) {
      Sweeps.Line line = Sweeps.line(session, run);
      line.command().settings(line.session());
    }
    return Sweeps.complete(session, SweepDirectory.begin(Runs.folder(), plan));
  }

  @Override
  public List<String> estimate(Session session) {
    return Sweeps.estimate(session, plan(session));
  }

  private SweepPlan plan(Session session) {
    if (session.body().isPresent()) {
      return SweepFile.read(
          session.body().get(), "the body", file == null ? "sweep" : stem(Path.of(file)));
    }
    if (file == null) {
      throw new UsageError(
          "sweep has no plan", "", "Give a file: sweep FILE.yaml, or write it as the cell's body");
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new UserError("there is no file " + file, "", "Give the YAML file of a sweep");
    }
    return SweepFile.read(JsonFile.readText(path), file, stem(path));
  }

  private static String stem(Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9_-]", "_");
  }

  @Override
  public List<String> helpRemarks() {
    return List.of(
        "Keys: name, budget (sampled tokens per run, such as 200k), seeds, algorithms, presets,"
            + " settings (of every run: options of `run`), grid (lists to cross), runs (explicit"
            + " combinations).",
        "Example of a file:  budget: 200k  |  seeds: [1, 2, 3]  |  algorithms: [raft, grpo]  |"
            + "  settings: {prompts: 64}  |  grid: {lr: [1e-4, 2e-4]}, one key a line.",
        "A run ends with the round that reaches the budget. A sweep that was broken off is"
            + " completed by the same command or by `resume SWEEP`; its runs are SWEEP/RUN to other"
            + " commands.");
  }
}
