package raftlab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pairs of forms in which one answer is written, and near misses: alone, with the sides changed,
 * and in the box of a response, under the profiles for mathematics.
 */
class AnswerPairsTest {

  private static final String RESPONSE =
      "We compute step by step and find 3 cases. Thus the final result is $\\boxed{%s}$.";

  @TestFactory
  List<DynamicTest> giveOneVerdictAloneTurnedRoundAndInAResponse() throws IOException {
    return rows("pairs.jsonl")
        .map(row -> DynamicTest.dynamicTest(text(row, "id"), () -> check(row)))
        .toList();
  }

  /** Powers too large to be formed, and parts that vanish beside others. */
  @TestFactory
  List<DynamicTest> neverTakeOneTowerForAnother() throws IOException {
    return rows("towers.jsonl")
        .map(row -> DynamicTest.dynamicTest(text(row, "id"), () -> refuse(row)))
        .toList();
  }

  private static java.util.stream.Stream<JsonObject> rows(String file) throws IOException {
    try (InputStream in = AnswerPairsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject());
    }
  }

  private static void check(JsonObject row) {
    String gold = text(row, "gold");
    String answer = text(row, "answer");
    Outcome expected = row.get("expected").getAsBoolean() ? Outcome.EQUAL : Outcome.DIFFERENT;
    for (String profile : List.of("default", "math")) {
      Verifier verifier = Verifier.of(Profile.named(profile));
      for (Verdict verdict :
          List.of(
              verifier.verifyAnswer(answer, gold),
              verifier.verifyAnswer(gold, answer),
              verifier.verify(RESPONSE.formatted(answer), gold))) {
        assertEquals(expected, verdict.outcome(), () -> profile + ": " + verdict);
      }
    }
  }

  private static void refuse(JsonObject row) {
    String gold = text(row, "gold");
    String answer = text(row, "answer");
    Verifier verifier = Verifier.of(Profile.DEFAULT);
    Verdict verdict = verifier.verifyAnswer(answer, gold);
    assertNotEquals(Outcome.EQUAL, verdict.outcome(), verdict::toString);
    assertEquals(verdict.outcome(), verifier.verifyAnswer(gold, answer).outcome());
  }

  private static String text(JsonObject row, String field) {
    return row.get(field).getAsString();
  }
}
