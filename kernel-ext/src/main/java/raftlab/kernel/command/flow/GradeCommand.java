package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import raftlab.core.Counted;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.grade.FieldNames;
import raftlab.grade.GradeFields;
import raftlab.grade.GradeReport;
import raftlab.grade.GradeRequest;
import raftlab.grade.GradedSource;
import raftlab.grade.Grading;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.verify.Profile;

/** Grades a file of responses against their gold answers. */
public final class GradeCommand implements Command {

  @Option(names = "--in", paramLabel = "FILE", required = true, description = "rows to grade")
  Path in;

  @Option(names = "--gold", paramLabel = "FIELD", description = "gold answer (by known names)")
  String gold;

  @Option(
      names = "--response",
      paramLabel = "FIELD",
      description = "response, a text or an array of texts (by known names)")
  String response;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "profile of the verifier")
  String profile;

  @Option(
      names = "--set",
      paramLabel = "OPTION=VALUE",
      description = "change an option of the profile; may be repeated")
  List<String> options = new ArrayList<>();

  @Option(names = "--bare", description = "responses are answers only, nothing is extracted")
  boolean bare;

  @Option(names = "--strict", description = "a row that cannot be graded ends the work")
  boolean strict;

  @Option(names = "--threads", paramLabel = "N", description = "workers (one per processor)")
  Integer threads;

  @Option(names = "--benchmark", paramLabel = "ID", description = "recorded for tables")
  String benchmark = "";

  @Option(names = "--model", paramLabel = "NAME", description = "recorded for tables")
  String model = "";

  @Option(names = "--template", paramLabel = "NAME", description = "recorded for tables")
  String template = "";

  @Option(names = "--temperature", paramLabel = "T", description = "recorded for tables")
  String temperature = "";

  @Override
  public Object run(Session session) {
    GradeReport report = Grading.run(request(session), Live.context(session));
    if (gold == null || response == null) {
      report.fields().forEach((taken, rows) -> session.note(taken + " in " + rows + " rows"));
    }
    for (String row : report.brokenRows()) {
      session.note("not graded: " + row);
    }
    if (report.broken() > 0) {
      session.note(Counted.of(report.broken(), "row") + " could not be graded, not counted");
      session.exit(ExitCode.FAILED);
    }
    if (report.skipped() > 0) {
      session.note(
          Counted.of(report.skipped(), "response")
              + " of other rows null, not graded, not counted");
      session.exit(ExitCode.FAILED);
    }
    return session.keep(Kinds.GRADED, "graded", report);
  }

  @Override
  public boolean writesOut() {
    return true;
  }

  private GradeRequest request(Session session) {
    return new GradeRequest(
        in,
        Optional.ofNullable(session.options().out()),
        new GradedSource(in.toString(), "", benchmark, model, template, temperature),
        new GradeFields(gold, response, bare),
        profile(),
        strict,
        threads == null ? Runtime.getRuntime().availableProcessors() : threads);
  }

  private Profile profile() {
    try {
      Profile chosen = Profile.named(profile);
      for (String option : options) {
        int equals = option.indexOf('=');
        if (equals < 1) {
          throw new UsageError(
              "--set " + option + " is not OPTION=VALUE", "", "Write it like --set percent=value");
        }
        chosen = chosen.with(option.substring(0, equals), option.substring(equals + 1));
      }
      return chosen;
    } catch (UserError e) {
      throw new UsageError(e);
    }
  }

  @Override
  public List<String> helpRemarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "Reads JSON lines, one JSON array, or a zip archive with one of either; lines end at \\n only.");
    remarks.add("Gold where --gold is left out: " + String.join(", ", FieldNames.gold()) + ".");
    remarks.add(
        "Response where --response is left out: "
            + String.join(", ", FieldNames.response())
            + "; as bare answers: "
            + String.join(", ", FieldNames.bare())
            + ".");
    remarks.add(
        "`answer` is a bare answer where the row has another gold and no other response, else the"
            + " gold; without any gold the last box of `solution` is taken.");
    remarks.add(
        "A gold may be a text, a number, a boolean, or an array (the parts of one list, or a text"
            + " beside its value as in TheoremQA); after #### or in a box only that part counts.");
    remarks.add(
        "Writes per row: id, verdict (correct, wrong, unknown), extracted, reason, method, found,"
            + " line; arrays where the response is one. Beside it FILE.summary.json for `table` and"
            + " `show`.");
    remarks.add(
        "A row's own `options` object changes the profile for that row, such as"
            + " {\"percent\": \"value\", \"profile\": \"math\"}.");
    for (String name : Profile.names()) {
      String changes = Profile.changes(name);
      remarks.add(
          "Profile "
              + name
              + ": "
              + Profile.purpose(name)
              + (changes.isEmpty() ? "" : "; " + changes)
              + ".");
    }
    for (String option : Profile.options()) {
      remarks.add("Option " + option + " (default first): " + Profile.forms(option) + ".");
    }
    remarks.add(
        "Rows that cannot be graded are told with their number, counted, and make the exit code 1; so"
            + " are null responses in an array: their verdict is \"skipped\", and the estimates are of"
            + " the others.");
    return remarks;
  }
}
