package raftlab.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import raftlab.run.RunDirectory;

/**
 * The report of a graded file, kept beside it as {@code NAME.summary.json}, so that a table can be
 * made from it and its rows can be shown with what was graded.
 */
public final class GradedFile {

  private GradedFile() {}

  /** Returns where the report of a file of verdicts is. */
  public static Path summary(Path verdicts) {
    return verdicts.resolveSibling(verdicts.getFileName() + ".summary.json");
  }

  static void write(Path verdicts, GradeReport report) {
    RunDirectory.writeRecord(summary(verdicts), report);
  }

  /** Returns the report of a file of verdicts; empty if there is none beside it. */
  public static Optional<GradeReport> read(Path verdicts) {
    Path file = summary(verdicts);
    return Files.isRegularFile(file)
        ? Optional.of(RunDirectory.readRecord(file, GradeReport.class).at(verdicts.toString()))
        : Optional.empty();
  }
}
