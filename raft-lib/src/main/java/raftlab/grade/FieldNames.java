package raftlab.grade;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names under which public files keep golds and responses, in order of preference. Names are
 * compared without case, with {@code _} for blanks and dashes. Immutable.
 *
 * <p>{@code answer} is the gold of most benchmarks and the response of most test suites: it is a
 * bare answer if the row has another gold and no other response, else the gold.
 */
public final class FieldNames {

  /** A field's role and how far down the list its name stands; the lowest rank is taken. */
  record Use(Role role, int rank) {}

  private static final List<String> ID =
      List.of("id", "unique_id", "uid", "idx", "index", "question_id", "problem_id", "task_id");
  private static final List<String> GOLD =
      List.of(
          "gold",
          "gold_answer",
          "golden_answer",
          "ground_truth",
          "reference_answer",
          "expected_answer",
          "correct_answer",
          "target",
          "gt_answer",
          "gt",
          "reference",
          "final_answer",
          "label");
  private static final List<String> SOLUTION = List.of("solution", "gold_solution");
  private static final List<String> RESPONSE =
      List.of(
          "response",
          "responses",
          "completion",
          "completions",
          "generation",
          "generations",
          "output",
          "outputs",
          "model_output",
          "model_outputs",
          "model_response",
          "generated_text",
          "resps",
          "code");
  private static final List<String> BARE =
      List.of(
          "prediction",
          "predictions",
          "pred",
          "preds",
          "predicted_answer",
          "model_answer",
          "student_answer",
          "extracted_answer",
          "candidate",
          "given");

  private static final Map<String, Use> KNOWN = known();

  private FieldNames() {}

  /** Returns the names tried for the gold, in order. */
  public static List<String> gold() {
    return GOLD;
  }

  /** Returns the names tried for whole responses, in order. */
  public static List<String> response() {
    return RESPONSE;
  }

  /** Returns the names tried for bare answers, in order. */
  public static List<String> bare() {
    return BARE;
  }

  /** Returns what a field of this name is taken for where none was named; empty if for nothing. */
  static Optional<Use> use(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Optional.ofNullable(KNOWN.get(plain));
  }

  private static Map<String, Use> known() {
    Map<String, Use> known = new HashMap<>();
    put(known, Role.ID, ID);
    put(known, Role.GOLD, GOLD);
    put(known, Role.SOLUTION, SOLUTION);
    put(known, Role.RESPONSE, RESPONSE);
    put(known, Role.BARE, BARE);
    put(known, Role.ANSWER, List.of("answer"));
    put(known, Role.OPTIONS, List.of("options"));
    return Map.copyOf(known);
  }

  private static void put(Map<String, Use> known, Role role, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      known.put(names.get(i), new Use(role, i));
    }
  }
}
