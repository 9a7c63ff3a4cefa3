package raftlab.kernel.command.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.ScoredSet;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.grade.CaseFilter;
import raftlab.grade.GradeReport;
import raftlab.grade.GradedFile;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Shows the completions behind a number: of a scored set, of a run, or of a graded file. */
public final class ShowCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      description =
          "scored set, graded result, run, or file of verdicts (what was scored last, else graded);"
              + " a number shows all completions of that prompt")
  String what;

  @Option(names = "--set", paramLabel = "NAME", description = "the same by name, beside a number")
  String set;

  @Option(
      names = "--iteration",
      paramLabel = "I",
      description = "round of a run, 0 is its start (the last one)")
  Integer iteration;

  @Option(names = "--wrong", description = "only what is wrong, or below the best reward")
  boolean wrong;

  @Option(names = "--unknown", description = "only what was left undecided or skipped")
  boolean unknown;

  @Option(
      names = "--disagree",
      paramLabel = "FIELD",
      description = "of a graded file only where this field's verdict differs")
  String disagree;

  @Option(
      names = "--flipped",
      description = "of a run the problems it gained or lost between start and end")
  boolean flipped;

  @Option(names = "--tokens", description = "add tokens and log-probabilities")
  boolean tokens;

  @Option(names = "-n", paramLabel = "N", defaultValue = "10", description = "so many")
  int count;

  @Override
  public Object run(Session session) {
    Optional<Integer> prompt = prompt();
    String name = set != null || prompt.isPresent() ? set : what;
    if (flipped) {
      return ShownRun.flipped(Runs.open(run(name)), count);
    }
    if (name != null && (iteration != null || isRun(session, name))) {
      return scored(ShownRun.scored(Runs.open(name), iteration), prompt);
    }
    Optional<GradeReport> graded = graded(session, name);
    return graded.isPresent()
        ? ShownCases.report(graded.get(), new CaseFilter(wrong, unknown, disagree), count)
        : scored(session.get(Kinds.SCORED, name), prompt);
  }

  private Report scored(ScoredSet scored, Optional<Integer> prompt) {
    if (disagree != null) {
      throw new UsageError(
          "--disagree needs a graded file", "", "Grade one: grade --in FILE --out VERDICTS");
    }
    return new ShownCompletions(wrong, unknown, tokens, count).report(scored, prompt);
  }

  private Optional<Integer> prompt() {
    return what != null && what.matches("\\d{1,9}")
        ? Optional.of(Integer.valueOf(what))
        : Optional.empty();
  }

  private static String run(String name) {
    return Optional.ofNullable(name)
        .or(Runs::last)
        .orElseThrow(
            () -> new UserError("there is no run in " + Runs.folder(), "", "Start one: run NAME"));
  }

  private static boolean isRun(Session session, String name) {
    return !session.names().of(Kinds.SCORED).contains(name)
        && !session.names().of(Kinds.GRADED).contains(name)
        && Runs.names().contains(name);
  }

  /** A graded result by name or file; without a name the last one where nothing was scored. */
  private Optional<GradeReport> graded(Session session, String name) {
    boolean only = disagree != null || session.names().of(Kinds.SCORED).isEmpty();
    if (name == null) {
      return only && !session.names().of(Kinds.GRADED).isEmpty()
          ? Optional.of(session.get(Kinds.GRADED, null))
          : Optional.empty();
    }
    return session
        .names()
        .find(Kinds.GRADED, name)
        .or(() -> read(name))
        .or(
            () ->
                session
                    .frontEnd()
                    .variable(name)
                    .filter(GradeReport.class::isInstance)
                    .map(GradeReport.class::cast));
  }

  /** A graded file; empty if the name is none of a file. */
  private static Optional<GradeReport> read(String name) {
    Path file = Path.of(name);
    if (name.endsWith(".jsonl") && !Files.exists(file)) {
      throw new UserError(
          "there is no file " + file, "", "Grade one: grade --in FILE --out " + file);
    }
    return GradedFile.read(file);
  }
}
