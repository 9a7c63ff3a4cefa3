package raftlab.grade;

import java.nio.file.Path;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.files.OutputFile;
import raftlab.verify.Profile;

/**
 * What to grade and how.
 *
 * @param in JSON lines, one JSON array, or a zip archive with one of either
 * @param out where the verdicts go, one line per row in the order of the rows; empty to count only
 * @param source what is recorded of the file
 * @param fields the fields that the user named
 * @param profile the options of the verifier; a row's own {@code options} change them for the row
 * @param strict whether a row that cannot be graded ends the work
 * @param threads workers, at least 1
 */
public record GradeRequest(
    Path in,
    Optional<Path> out,
    GradedSource source,
    GradeFields fields,
    Profile profile,
    boolean strict,
    int threads) {

  public GradeRequest {
    Checks.notNull(in, "input file");
    Checks.notNull(profile, "profile");
    out.ifPresent(file -> OutputFile.check(in, file));
    Checks.usage(threads >= 1, "--threads " + threads + " cannot work", "", "Give 1 or more");
  }

  /** Grades a file under a profile with the fields that are known by name, without output. */
  public static GradeRequest of(Path in, Profile profile) {
    return new GradeRequest(
        in,
        Optional.empty(),
        GradedSource.of(in.toString()),
        GradeFields.UNNAMED,
        profile,
        false,
        Runtime.getRuntime().availableProcessors());
  }

  /** Returns the same with a file for the verdicts. */
  public GradeRequest to(Path file) {
    return new GradeRequest(in, Optional.of(file), source, fields, profile, strict, threads);
  }
}
