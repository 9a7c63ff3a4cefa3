package raftlab.kernel.command.store;

import java.nio.file.Path;
import raftlab.grade.GradeReport;
import raftlab.run.RunDirectory;

/** A grade report as JSON; its verdicts stay in the file that it names. */
final class GradeReportCodec implements Codec<GradeReport> {

  private static final String FILE = "report.json";

  @Override
  public void write(Path folder, GradeReport value) {
    RunDirectory.writeRecord(folder.resolve(FILE), value);
  }

  @Override
  public GradeReport read(Path folder) {
    return RunDirectory.readRecord(folder.resolve(FILE), GradeReport.class);
  }
}
