package raftlab.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.UserError;
import raftlab.data.BrokenRow;
import raftlab.eval.Ballot;
import raftlab.eval.Provenance;
import raftlab.eval.Tally;
import raftlab.reward.GraderId;

/** Adds up graded batches in their order. Not thread-safe. */
final class GradeCount {

  private static final int TOLD = 20;
  private static final Ballot NO_BALLOT = new Ballot(List.of(), List.of());

  private final boolean strict;
  private final Tally tally = new Tally();
  private final Map<String, Long> choices = new TreeMap<>();
  private final List<String> told = new ArrayList<>();
  private long broken;
  private long skipped;
  private long graded;
  private long correct;
  private long unknown;
  private long unparsable;

  GradeCount(boolean strict) {
    this.strict = strict;
  }

  /** Adds a batch; under {@code --strict} a broken row is an error. */
  void add(GradedBatch batch) {
    for (BrokenRow row : batch.broken()) {
      String text = row.place() + ": " + row.reason();
      if (strict) {
        throw new UserError(
            row.place() + " cannot be graded: " + row.reason(),
            "nothing was written",
            "Mend the row, or leave --strict out to grade the others");
      }
      broken++;
      tell(text);
    }
    for (BrokenRow row : batch.partly()) {
      if (strict) {
        throw new UserError(
            row.place() + " cannot be graded whole: " + row.reason(),
            "nothing was written",
            "Mend the row, or leave --strict out to grade the others");
      }
      tell(row.place() + ": " + row.reason());
    }
    batch.choices().forEach((choice, rows) -> choices.merge(choice.toString(), rows, Long::sum));
    for (ProblemVerdicts problem : batch.problems()) {
      graded += problem.samples();
      correct += problem.correct();
      unknown += problem.unknown();
      unparsable += problem.unparsable();
      skipped += problem.missing();
      tally.add(problem.samples(), problem.correct(), problem.ballot().orElse(NO_BALLOT));
    }
  }

  private void tell(String text) {
    if (told.size() < TOLD) {
      told.add(text);
    }
  }

  long graded() {
    return graded;
  }

  long correct() {
    return correct;
  }

  /** Returns the first rows that could not be graded. */
  List<String> told() {
    return List.copyOf(told);
  }

  /** Fails where no row could be graded: then something is wrong with the whole file. */
  void requireSome(String file) {
    if (tally.problems() > 0) {
      return;
    }
    if (broken == 0) {
      throw new UserError(file + " holds no rows", "", "Give a file with one JSON object per line");
    }
    throw new UserError(
        "none of the " + broken + " rows of " + file + " could be graded",
        "the first: " + told.get(0),
        "");
  }

  GradeReport report(
      GradeRequest request, GradedSource source, String graderVersion, double seconds) {
    return new GradeReport(
        source,
        request.out().map(Object::toString).orElse(""),
        request.profile().name(),
        graderVersion,
        new Provenance(source.templateId(), GraderId.of(request.profile())),
        request.fields(),
        choices,
        tally.problems(),
        tally.fewestSamples(),
        tally.mostSamples(),
        graded,
        correct,
        graded - correct - unknown,
        unknown,
        unparsable,
        broken,
        skipped,
        told,
        tally.passAt1(),
        tally.passAtK(),
        tally.majAtK(),
        seconds);
  }
}
