package raftlab.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.data.BrokenRow;
import raftlab.data.LineBatch;
import raftlab.eval.Ballot;
import raftlab.verify.ExtractionRule;
import raftlab.verify.Outcome;
import raftlab.verify.Profile;
import raftlab.verify.Verdict;
import raftlab.verify.Verifier;

/** Grades batches of lines. Not thread-safe: one per worker. */
final class LineGrader {

  private final GradeFields named;
  private final RowFields fields;
  private final Verifiers verifiers;

  LineGrader(GradeFields named, Profile profile) {
    this.named = named;
    this.fields = new RowFields(named);
    this.verifiers = new Verifiers(profile);
  }

  /** A row that cannot be graded, with the reason. */
  private static final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    Unusable(String reason) {
      super(reason, null, false, false);
    }
  }

  /** Grades every line of a batch. */
  GradedBatch grade(LineBatch batch) {
    StringBuilder text = new StringBuilder(batch.length() / 2 + 256);
    List<ProblemVerdicts> problems = new ArrayList<>();
    List<BrokenRow> broken = new ArrayList<>();
    List<BrokenRow> partly = new ArrayList<>();
    Map<FieldChoice, Long> choices = new HashMap<>();
    batch.forEach(
        (number, line) -> {
          try {
            ProblemVerdicts graded = grade(line, number, text, choices);
            problems.add(graded);
            if (graded.missing() > 0) {
              partly.add(new BrokenRow(batch.place(number), nulls(graded)));
            }
          } catch (Unusable e) {
            broken.add(new BrokenRow(batch.place(number), e.getMessage()));
          }
        },
        broken::add);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    return new GradedBatch(bytes, problems, broken, partly, choices);
  }

  private static String nulls(ProblemVerdicts graded) {
    return graded.missing()
        + " of its "
        + (graded.missing() + graded.samples())
        + " responses "
        + (graded.missing() == 1 ? "is" : "are")
        + " null";
  }

  private ProblemVerdicts grade(
      String line, long number, StringBuilder text, Map<FieldChoice, Long> choices)
      throws Unusable {
    JsonObject row = read(line);
    Optional<FieldChoice> chosen = fields.choose(row);
    if (chosen.isEmpty()) {
      throw new Unusable(missing(line, row));
    }
    FieldChoice choice = chosen.get();
    JsonElement response = row.get(choice.response());
    if (response.isJsonNull()) {
      throw new Unusable("its field \"" + choice.response() + "\" is null: there is no response");
    }
    List<Optional<String>> responses = JsonAnswers.responses(response);
    if (responses.isEmpty()) {
      throw new Unusable("its field \"" + choice.response() + "\" is an empty list");
    }
    if (responses.stream().allMatch(Optional::isEmpty)) {
      throw new Unusable("its field \"" + choice.response() + "\" holds nothing but null");
    }
    String gold = JsonAnswers.gold(row.get(choice.gold()));
    Verifier verifier = verifier(row);
    List<Optional<Verdict>> verdicts = new ArrayList<>(responses.size());
    for (Optional<String> each : responses) {
      verdicts.add(
          each.map(
              given ->
                  choice.bare()
                      ? verifier.verifyAnswer(given, gold)
                      : verifier.verify(given, gold)));
    }
    JsonElement id = fields.id() == null ? null : row.get(fields.id());
    GradedRow.write(text, number, id, !response.isJsonArray(), verdicts);
    choices.merge(choice, 1L, Long::sum);
    return outcome(verdicts.stream().flatMap(Optional::stream).toList(), verdicts.size(), verifier);
  }

  private JsonObject read(String line) throws Unusable {
    try {
      return fields.read(line);
    } catch (MalformedJsonException e) {
      throw malformed(e);
    }
  }

  private Verifier verifier(JsonObject row) throws Unusable {
    try {
      return verifiers.of(fields.options() == null ? null : row.get(fields.options()));
    } catch (UserError e) {
      throw new Unusable(e.what() + (e.advice().isEmpty() ? "" : ".  " + e.advice()));
    }
  }

  private static ProblemVerdicts outcome(List<Verdict> verdicts, int all, Verifier verifier) {
    int correct = 0;
    int unknown = 0;
    int unparsable = 0;
    for (Verdict verdict : verdicts) {
      correct += verdict.equal() ? 1 : 0;
      unknown += verdict.outcome() == Outcome.UNKNOWN ? 1 : 0;
      unparsable += verdict.rule() == ExtractionRule.NONE ? 1 : 0;
    }
    Optional<Ballot> ballot =
        verdicts.size() == 1
            ? Optional.empty()
            : Optional.of(
                Ballot.of(
                    verdicts.stream().map(Verdict::extracted).toList(),
                    verdicts.stream().map(Verdict::equal).toList(),
                    verifier::equivalent));
    return new ProblemVerdicts(
        verdicts.size(), correct, unknown, unparsable, all - verdicts.size(), ballot);
  }

  private String missing(String line, JsonObject row) throws Unusable {
    try {
      JsonObject whole = raftlab.data.JsonFields.of(line, name -> true);
      String columns = "columns: " + String.join(", ", whole.keySet());
      if (named.gold() != null && !row.has(named.gold())) {
        return absent(named.gold(), "--gold", whole, columns);
      }
      if (named.response() != null && !row.has(named.response())) {
        return absent(named.response(), "--response", whole, columns);
      }
      boolean gold = fields.choose(row).isEmpty() && named.gold() == null && !hasGold(row);
      return gold
          ? "it has no gold answer that is known by its name (" + columns + "); use --gold FIELD"
          : "it has no response that is known by its name (" + columns + "); use --response FIELD";
    } catch (MalformedJsonException e) {
      throw malformed(e);
    }
  }

  private static Unusable malformed(MalformedJsonException e) {
    return new Unusable("it is not a JSON object: " + e.getMessage());
  }

  private static boolean hasGold(JsonObject row) {
    return row.keySet().stream()
        .map(FieldNames::use)
        .flatMap(Optional::stream)
        .anyMatch(use -> use.role() == Role.GOLD || use.role() == Role.ANSWER);
  }

  private static String absent(String name, String option, JsonObject row, String columns) {
    return "it has no field \""
        + name
        + "\" ("
        + columns
        + ")"
        + Suggest.nearest(name, row.keySet())
            .map(near -> "; did you mean " + option + " " + near + "?")
            .orElse("");
  }
}
