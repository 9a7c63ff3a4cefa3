package raftlab.kernel.command.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import raftlab.core.UserError;
import raftlab.eval.EvalReport;
import raftlab.grade.GradeReport;
import raftlab.grade.GradedFile;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.report.published.MeasuredRow;
import raftlab.report.published.Measurements;
import raftlab.run.RunDirectory;

/** Finds what was measured: graded files, runs, and evaluations written with {@code --out}. */
final class Measured {

  private Measured() {}

  /**
   * Returns the measurements of names separated by commas; without names those of every graded
   * result in the workspace and of every run's last evaluation.
   */
  static List<MeasuredRow> rows(Session session, String names) {
    List<MeasuredRow> rows = new ArrayList<>();
    if (names != null) {
      for (String name : Arrays.asList(names.split(",", -1))) {
        rows.addAll(named(session, name));
      }
      return rows;
    }
    for (String name : session.names().of(Kinds.GRADED)) {
      rows.add(Measurements.of(session.names().find(Kinds.GRADED, name).orElseThrow()));
    }
    for (String name : Runs.names()) {
      rows.addAll(last(Runs.open(name)));
    }
    return rows;
  }

  private static List<MeasuredRow> named(Session session, String name) {
    if (session.names().of(Kinds.GRADED).contains(name)) {
      GradeReport graded = session.names().find(Kinds.GRADED, name).orElseThrow();
      return List.of(Measurements.of(graded));
    }
    if (Runs.names().contains(name)) {
      List<MeasuredRow> rows = last(Runs.open(name));
      if (rows.isEmpty()) {
        throw new UserError(
            "run " + name + " holds no evaluation", "", "Run it with --eval, or resume it");
      }
      return rows;
    }
    return List.of(file(Path.of(name)));
  }

  private static MeasuredRow file(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "there is no run, no graded result and no file \"" + file + "\"",
          "",
          "Give the name of a run, a file that `grade` wrote, or one that `eval --out` wrote");
    }
    return GradedFile.read(file)
        .map(Measurements::of)
        .orElseGet(
            () -> {
              EvalReport report = RunDirectory.readRecord(file, EvalReport.class);
              return Measurements.of(file.toString(), report, report.data());
            });
  }

  private static List<MeasuredRow> last(RunDirectory run) {
    int round = run.lastComplete();
    Path file = run.iteration(Math.max(0, round)).resolve("evaluation.json");
    if (round < 0 || !Files.isRegularFile(file)) {
      return List.of();
    }
    String source =
        run.evaluationPrompts(
                () -> {
                  throw new UserError("run " + run.name() + " has lost its evaluation prompts");
                })
            .source();
    return List.of(
        Measurements.of(
            run.name() + " iteration " + round,
            RunDirectory.readRecord(file, EvalReport.class),
            source));
  }
}
