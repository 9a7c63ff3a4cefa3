package raftlab.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.UserError;
import raftlab.data.JsonLines;
import raftlab.data.Row;
import raftlab.model.DecoderPolicy;
import raftlab.model.TinyPolicy;

class FileWorkTest {

  @TempDir Path folder;
  private DecoderPolicy policy;
  private Path in;
  private Path out;

  @BeforeEach
  void makePolicy() {
    policy = TinyPolicy.in(folder, 1);
    in = folder.resolve("in.jsonl");
    out = folder.resolve("out.jsonl");
  }

  @AfterEach
  void closePolicy() {
    policy.close();
  }

  @Test
  void completionsStandBesideTheFieldsOfTheirRow() throws IOException {
    Files.writeString(
        in, "{\"problem\": \"one\", \"n\": 1}\n{\"problem\": \"two\", \"n\": 2.50}\n");
    FileResult result = generate("raw", SamplingSettings.of(3, 6, 1));
    List<Row> rows = JsonLines.readAll(out);
    assertEquals(2, rows.size());
    assertEquals("2.50", rows.get(1).text("n"));
    JsonArray completions = rows.get(1).json().getAsJsonArray("completions");
    assertEquals(3, completions.size());
    JsonObject first = completions.get(0).getAsJsonObject();
    assertEquals(first.get("tokens").getAsInt(), first.getAsJsonArray("token_ids").size());
    assertEquals(first.get("tokens").getAsInt(), first.getAsJsonArray("logprobs").size());
    assertEquals(6L, ((Number) result.numbers().get("completions")).longValue());
  }

  @Test
  void logprobsOfAGeneratedCompletionAreThoseItWasDrawnWith() throws IOException {
    Files.writeString(in, "{\"prompt\": \"one and\"}\n");
    generate("raw", new SamplingSettings(1, 0, 1, 0, 5, 1, 0));
    JsonObject drawn =
        JsonLines.readAll(out).get(0).json().getAsJsonArray("completions").get(0).getAsJsonObject();
    JsonObject row = new JsonObject();
    row.addProperty("prompt", "one and");
    row.addProperty("completion", drawn.get("text").getAsString());
    Files.writeString(in, row + "\n{\"text\": \"o\"}\n");
    LogProbabilities.run(policy, new LogprobsRequest(in, out, false), RunContext.quiet());
    List<Row> rows = JsonLines.readAll(out);
    double sum = 0;
    for (var each : rows.get(0).json().getAsJsonArray("logprobs")) {
      sum += each.getAsDouble();
    }
    assertEquals(sum, rows.get(0).json().get("sum_logprob").getAsDouble(), 1e-6);
    int scored = rows.get(0).json().getAsJsonArray("token_ids").size();
    assertEquals(Math.exp(-sum / scored), rows.get(0).json().get("perplexity").getAsDouble(), 1e-4);
    assertEquals(0, rows.get(1).json().getAsJsonArray("logprobs").size());
    assertTrue(rows.get(1).json().get("perplexity").isJsonNull());
  }

  @Test
  void templateFillsInTheProblem() throws IOException {
    Files.writeString(in, "{\"question\": \"1+1\"}\n");
    assertEquals(
        "Problem: 1+1\nSolution:",
        PromptText.named("minimath", policy).of(JsonLines.readAll(in).get(0), "question"));
  }

  @Test
  void rowWithoutAPromptIsNamedAndNothingIsWritten() throws IOException {
    Files.writeString(in, "{\"prompt\": \"one\"}\n{\"other\": 1}\n");
    UserError error =
        assertThrows(UserError.class, () -> generate("raw", SamplingSettings.of(1, 2, 1)));
    assertTrue(error.what().contains("line 2"), error.what());
    assertFalse(Files.exists(out));
  }

  private FileResult generate(String template, SamplingSettings settings) {
    return Generation.run(
        policy,
        new GenerateRequest(in, out, null, template, settings, null, true),
        RunContext.quiet());
  }
}
