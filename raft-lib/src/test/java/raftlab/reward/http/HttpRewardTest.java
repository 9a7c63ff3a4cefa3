package raftlab.reward.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.UserError;

class HttpRewardTest {

  private static final Patience IMPATIENT =
      new Patience(Duration.ofMillis(400), 3, Duration.ofMillis(5), 2);
  private static final String GOOD = "{\"reward\": 0.75, \"reason\": \"fine\"}";
  private static final Prompt PROMPT = new Prompt("p", "Say \"hi\"", Map.of("answer", "hi"));
  private static final Completion HI = Completion.imported(0, "hi\n{answer}");

  @TempDir Path folder;

  @Test
  void asksWithTextsAndColumnsAndReadsTheReward() throws IOException {
    try (RewardServer server = new RewardServer(GOOD)) {
      HttpReward reward =
          new HttpReward(
              new PlainJson(server.address()), IMPATIENT, Optional.empty(), Optional.of("k3y"));
      Reward found = reward.score(PROMPT, HI);
      assertEquals(0.75, found.value());
      assertEquals("fine", found.reason());
      Map<?, ?> asked = new Gson().fromJson(server.questions.get(0), Map.class);
      assertEquals(
          Map.of(
              "prompt",
              "Say \"hi\"",
              "completion",
              "hi\n{answer}",
              "columns",
              Map.of("answer", "hi")),
          asked);
      assertEquals("Bearer k3y", server.authorization.get());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"status 503", "status 429", "stall", "stall-body", "drop", "nonsense"})
  void asksAgainAfterAFailure(String failure) throws IOException {
    try (RewardServer server = new RewardServer(failure, GOOD)) {
      assertEquals(0.75, plain(server).score(PROMPT, HI).value());
      assertEquals(2, server.questions.size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status 503 | the server answered with status 503 (3 attempts)",
        "nonsense | the answer is no JSON object (3 attempts)",
        "{} | the answer has no \"reward\" (3 attempts)",
        "{\"reward\": \"much\"} | \"reward\" is no number: \"much\" (3 attempts)",
        "{\"reward\": \"NaN\"} | \"reward\" is not finite: \"NaN\" (3 attempts)",
        "stall-body | no answer within 0.4 s (3 attempts)",
        "{\"skipped\": \"too long\"} | the server skipped it: too long",
        "status 400 | the server answered with status 400"
      })
  void skipsWithTheReasonAndNeverWithZero(String behaviour, String reason) throws IOException {
    try (RewardServer server = new RewardServer(behaviour)) {
      Reward found = plain(server).score(PROMPT, HI);
      assertTrue(found.skipped());
      assertEquals(reason, found.reason());
    }
  }

  @Test
  void endsTheScoringWhenTheServerIsGone() throws IOException {
    URI gone;
    try (RewardServer server = new RewardServer(GOOD)) {
      gone = server.address();
    }
    HttpReward reward =
        new HttpReward(new PlainJson(gone), IMPATIENT, Optional.empty(), Optional.empty());
    assertTrue(reward.score(PROMPT, HI).skipped());
    UserError error = assertThrows(UserError.class, () -> reward.score(PROMPT, HI));
    assertTrue(error.getMessage().contains("answers no more"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"401, --key-env", "404, --url"})
  void endsTheScoringWhenTheServerRefuses(int status, String advice) throws IOException {
    try (RewardServer server = new RewardServer("status " + status)) {
      UserError error = assertThrows(UserError.class, () -> plain(server).score(PROMPT, HI));
      assertTrue(error.advice().contains(advice), error.getMessage());
      assertEquals(1, server.questions.size());
    }
  }

  @Test
  void paysForAQuestionOnce() throws IOException {
    try (RewardServer server = new RewardServer("{\"skipped\": \"busy\"}", GOOD)) {
      Optional<Path> cache = Optional.of(folder);
      Protocol protocol = new PlainJson(server.address());
      HttpReward reward = new HttpReward(protocol, IMPATIENT, cache, Optional.empty());
      assertTrue(reward.score(PROMPT, HI).skipped());
      assertEquals(0.75, reward.score(PROMPT, HI).value());
      HttpReward later = new HttpReward(protocol, IMPATIENT, cache, Optional.empty());
      assertEquals(reward.score(PROMPT, HI), later.score(PROMPT, HI));
      assertEquals(2, server.questions.size());
      later.score(PROMPT, Completion.imported(0, "other"));
      assertEquals(3, server.questions.size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is fine. Score: 7 | 7",
        "Score: 2 at first, but then: **Score:** 8.5 | 8.5",
        "9 | 9",
        "score 1/10 | 1"
      })
  void readsTheLastScoreOfAJudge(String reply, double score) throws IOException {
    try (RewardServer server = new RewardServer(chat(reply))) {
      assertEquals(score, judge(server).score(PROMPT, HI).value());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"I cannot judge this.", "Score: 11", "Score: -3", "ten", "7 or 8"})
  void skipsWhatAJudgeDoesNotScore(String reply) throws IOException {
    try (RewardServer server = new RewardServer(chat(reply))) {
      assertTrue(judge(server).score(PROMPT, HI).skipped());
    }
  }

  @Test
  void fillsTheTemplateOnceSoThatACompletionBringsNoFields() throws IOException {
    try (RewardServer server = new RewardServer(chat("Score: 5"))) {
      judge(server).score(PROMPT, HI);
      String asked = server.questions.get(0);
      assertTrue(asked.contains("Say \\\"hi\\\"") && asked.contains("hi\\n{answer}"), asked);
      assertTrue(asked.contains("\"temperature\":0"), asked);
    }
  }

  private static HttpReward plain(RewardServer server) {
    return new HttpReward(
        new PlainJson(server.address()), IMPATIENT, Optional.empty(), Optional.empty());
  }

  private static HttpReward judge(RewardServer server) {
    return new HttpReward(
        new ChatJudge(server.address(), "judge-1", ChatJudge.usualTemplate(), 1, 10),
        IMPATIENT,
        Optional.empty(),
        Optional.empty());
  }

  private static String chat(String reply) {
    return new Gson()
        .toJson(Map.of("choices", new Object[] {Map.of("message", Map.of("content", reply))}));
  }
}
