package raftlab.kernel.command.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import raftlab.algorithm.RaftSettings;
import raftlab.core.Counted;
import raftlab.core.Percent;
import raftlab.core.UserError;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;
import raftlab.model.RewardHead;
import raftlab.run.RunDirectory;
import raftlab.run.RunState;

/** Lists the runs, and the models that lie beside them. */
public final class RunsCommand implements Command {

  @Option(names = "--last", defaultValue = "20", description = "so many")
  int last;

  @Override
  public Object run(Session session) {
    List<String> names = Runs.names();
    List<String> models = Runs.models();
    String beside = models.isEmpty() ? "" : " and " + Counted.of(models.size(), "model");
    Report report =
        Report.of(
            Counted.of(names.size(), "run") + beside + " in " + Runs.folder(),
            "run",
            "state",
            "iterations done",
            "algorithm",
            "pass@1",
            "when");
    for (String each : names.subList(Math.max(0, names.size() - last), names.size())) {
      RunDirectory run = Runs.open(each);
      int done = Math.max(0, run.lastComplete());
      report =
          report.row(
              each, RunState.of(run), done, algorithm(run), passAt1(run, done), when(run.path()));
    }
    for (String each : models) {
      Path folder = Runs.folder().resolve(each);
      // They are written whole or not at all.
      String kind = RewardHead.isIn(folder) ? "reward model" : "model";
      report = report.row(each, RunState.DONE, "-", kind, "-", when(folder));
    }
    return report;
  }

  private static String algorithm(RunDirectory run) {
    return RunDirectory.readRecord(run.path().resolve("config.json"), RaftSettings.class)
        .objective()
        .algorithm();
  }

  /** Evaluations may be further apart than rounds: the last one counts. */
  private static String passAt1(RunDirectory run, int done) {
    for (int i = done; i >= 0; i--) {
      Path file = run.iteration(i).resolve("metrics.json");
      Object value =
          Files.exists(file) ? RunDirectory.readRecord(file, Map.class).get("eval/pass@1") : null;
      if (value instanceof Number number) {
        return Percent.of(number.doubleValue(), 1) + " %";
      }
    }
    return "-";
  }

  private static String when(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve("config.json"))
          .toInstant()
          .truncatedTo(ChronoUnit.SECONDS)
          .toString();
    } catch (IOException e) {
      throw new UserError(folder + " cannot be read: " + e.getMessage());
    }
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
