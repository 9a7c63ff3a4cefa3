package raftlab.grade;

import com.google.gson.JsonElement;
import com.google.gson.stream.MalformedJsonException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import raftlab.core.UserError;
import raftlab.data.JsonFields;
import raftlab.data.JsonLines;
import raftlab.data.LineBatch;
import raftlab.data.LineBatches;
import raftlab.data.Row;

/**
 * The cases behind the numbers of a graded file: its verdicts beside the rows they were given to.
 * Both files are read once, side by side, and only the cases that are wanted are kept.
 *
 * @param all responses in the file
 * @param wanted how many the filter wants
 * @param first the first of them
 */
public record GradedCases(long all, long wanted, List<GradedCase> first) {

  public GradedCases {
    first = List.copyOf(first);
  }

  /**
   * Reads the cases.
   *
   * @param limit how many to keep
   * @throws UserError if a file is gone or not the one that was graded, or no row has the field of
   *     another's verdicts
   */
  public static GradedCases of(GradeReport report, CaseFilter filter, int limit) {
    if (report.output().isEmpty()) {
      throw new UserError(
          "the verdicts of " + report.source().name() + " were not written",
          "",
          "Grade it again with --out FILE");
    }
    Path in = Path.of(report.source().file());
    if (!Files.isRegularFile(in)) {
      throw new UserError("the graded file " + in + " is gone", "", "Put it back, or grade again");
    }
    return new Reader(report, filter, limit).read(in);
  }

  private static final class Reader {

    private final GradeReport report;
    private final CaseFilter filter;
    private final int limit;
    private final RowFields fields;
    private final List<GradedCase> kept = new ArrayList<>();
    private Optional<Row> verdict = Optional.empty();
    private long all;
    private long wanted;
    private long withPeer;

    Reader(GradeReport report, CaseFilter filter, int limit) {
      this.report = report;
      this.filter = filter;
      this.limit = limit;
      this.fields = new RowFields(report.named());
    }

    GradedCases read(Path in) {
      try (JsonLines verdicts = JsonLines.open(Path.of(report.output()));
          LineBatches batches = LineBatches.open(in)) {
        verdict = verdicts.next();
        for (Optional<LineBatch> batch = batches.next();
            batch.isPresent();
            batch = batches.next()) {
          LineBatch lines = batch.get();
          lines.forEach((number, text) -> meet(lines, number, text, verdicts), broken -> {});
        }
      }
      if (verdict.isPresent()) {
        throw changed();
      }
      requirePeer();
      return new GradedCases(all, wanted, kept);
    }

    /** Rows that could not be graded have no verdict and are passed over. */
    private void meet(LineBatch lines, long number, String text, JsonLines verdicts) {
      if (verdict.isEmpty() || verdict.get().element("line").getAsLong() != number) {
        return;
      }
      try {
        add(verdict.get(), new Row(lines.place(number), JsonFields.of(text, name -> true)));
      } catch (MalformedJsonException e) {
        throw changed();
      }
      verdict = verdicts.next();
    }

    private void add(Row graded, Row row) {
      FieldChoice choice = fields.choose(row.json()).orElseThrow(this::changed);
      String gold = JsonAnswers.gold(row.json().get(choice.gold()));
      List<Optional<String>> responses = JsonAnswers.responses(row.json().get(choice.response()));
      List<String> outcomes = graded.texts("verdict");
      if (outcomes.size() != responses.size()) {
        throw changed();
      }
      for (int i = 0; i < outcomes.size(); i++) {
        if (responses.get(i).isEmpty()) {
          continue; // there was nothing to grade
        }
        GradedCase one =
            new GradedCase(
                row.place().number(),
                graded.text("id"),
                i,
                gold,
                responses.get(i).get(),
                outcomes.get(i),
                graded.texts("extracted").get(i),
                graded.texts("reason").get(i),
                peer(row, i));
        count(one);
      }
    }

    private void count(GradedCase one) {
      all++;
      withPeer += one.peer().isEmpty() ? 0 : 1;
      if (filter.wants(one)) {
        wanted++;
        if (kept.size() < limit) {
          kept.add(one);
        }
      }
    }

    private String peer(Row row, int sample) {
      if (filter.disagree() == null || !row.has(filter.disagree())) {
        return "";
      }
      JsonElement value = row.element(filter.disagree());
      List<String> texts = row.texts(filter.disagree());
      return value.isJsonArray() ? texts.get(Math.min(sample, texts.size() - 1)) : texts.get(0);
    }

    private void requirePeer() {
      if (filter.disagree() != null && withPeer == 0) {
        throw new UserError(
            "no row of "
                + report.source().name()
                + " has a verdict in \""
                + filter.disagree()
                + "\"",
            "",
            "Name the field that holds another grader's true or false");
      }
    }

    private UserError changed() {
      return new UserError(
          report.source().name() + " is not as it was when it was graded",
          "",
          "Grade it again, then show its cases");
    }
  }
}
