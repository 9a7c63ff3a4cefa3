package raftlab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case written for this project has the verdict and the extracted text that it asks for. */
class DevelopmentCasesTest {

  @TestFactory
  List<DynamicTest> givesTheExpectedVerdict() throws IOException {
    return cases("cases.jsonl");
  }

  /** Ten and more equal and unequal answers of every type, near misses among them. */
  @TestFactory
  List<DynamicTest> tellsEqualFromNearlyEqualInEveryType() throws IOException {
    return cases("types.jsonl");
  }

  /** Identities, values that nearly agree, and forms in which one answer may be written. */
  @TestFactory
  List<DynamicTest> provesIdentitiesAndRefusesNearOnes() throws IOException {
    return cases("identities.jsonl");
  }

  @TestFactory
  List<DynamicTest> findsTheAnswerInAResponse() throws IOException {
    return cases("responses.jsonl");
  }

  @TestFactory
  List<DynamicTest> followsEveryOption() throws IOException {
    return cases("policies.jsonl");
  }

  private static List<DynamicTest> cases(String file) throws IOException {
    try (InputStream in = DevelopmentCasesTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .map(row -> DynamicTest.dynamicTest(text(row, "id"), () -> check(row)))
          .toList();
    }
  }

  private static void check(JsonObject row) {
    Profile profile = Profile.DEFAULT;
    for (Map.Entry<String, JsonElement> option : row.getAsJsonObject("options").entrySet()) {
      profile = profile.with(option.getKey(), option.getValue().getAsString());
    }
    Verifier verifier = Verifier.of(profile);
    Verdict verdict =
        row.has("response")
            ? verifier.verify(text(row, "response"), text(row, "gold"))
            : verifier.verifyAnswer(text(row, "answer"), text(row, "gold"));
    String why = verdict.toString();
    if (row.get("expected").isJsonNull()) {
      assertEquals(Outcome.UNKNOWN, verdict.outcome(), why);
    } else if (row.get("expected").getAsBoolean()) {
      assertEquals(Outcome.EQUAL, verdict.outcome(), why);
    } else if (List.of("stress", "malformed").contains(text(row, "type"))) {
      assertNotEquals(Outcome.EQUAL, verdict.outcome(), why);
    } else {
      assertEquals(Outcome.DIFFERENT, verdict.outcome(), why);
    }
    if (row.has("extracted")) {
      assertEquals(text(row, "extracted"), verdict.extracted());
    }
  }

  private static String text(JsonObject row, String field) {
    return row.get(field).getAsString();
  }
}
