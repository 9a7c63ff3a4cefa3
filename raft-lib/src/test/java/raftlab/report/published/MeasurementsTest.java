package raftlab.report.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.core.TemplateId;
import raftlab.eval.EvalReport;
import raftlab.eval.EvalRequest;
import raftlab.eval.Evaluator;
import raftlab.eval.Provenance;
import raftlab.grade.GradeFields;
import raftlab.grade.GradeReport;
import raftlab.grade.GradeRequest;
import raftlab.grade.GradedSource;
import raftlab.grade.Grading;
import raftlab.reward.VerifierCheck;
import raftlab.run.RunDirectory;
import raftlab.verify.Profile;
import raftlab.verify.Verifier;

/** What a table says of our own numbers, from the file of an evaluation on. */
class MeasurementsTest {

  private static final TemplateId TEMPLATE = new TemplateId("qwen-math", "0123456789abcdef");

  @TempDir Path folder;

  private static EvalReport evaluation() {
    Prompt prompt = new Prompt("p", "1+1?", Map.of("answer", "2"));
    RolloutSet rollouts =
        new RolloutSet(
            "r",
            "mine",
            SamplingSettings.of(1, 8, 1),
            List.of(new Rollout(prompt, List.of(Completion.imported(0, "\\boxed{2}")))));
    PromptSet prompts = new PromptSet("d", "math500/test.jsonl", "abcd", TEMPLATE, List.of(prompt));
    return new Evaluator(VerifierCheck.forReward("math"))
        .grade(rollouts, prompts, EvalRequest.of(List.of()), RunContext.quiet());
  }

  private Path stored() {
    Path file = folder.resolve("evaluation.json");
    RunDirectory.writeRecord(file, evaluation());
    return file;
  }

  private Path storedBefore() throws IOException {
    JsonObject old = JsonParser.parseString(Files.readString(stored())).getAsJsonObject();
    old.remove("provenance");
    return Files.writeString(folder.resolve("evaluation.json"), old.toString());
  }

  private static MeasuredRow row(Path file, String source) {
    return Measurements.of("run", RunDirectory.readRecord(file, EvalReport.class), source);
  }

  @Test
  void namesTemplateAndVersionOfAnEvaluation() {
    assertEquals(evaluation(), RunDirectory.readRecord(stored(), EvalReport.class));
    MeasuredRow row = row(stored(), "math500/test.jsonl");
    assertEquals("math500", row.setting().benchmark());
    assertEquals("qwen-math", row.setting().prompt());
    assertEquals(
        "run, data abcd, template 0123456789ab, grader version " + Verifier.VERSION, row.origin());
  }

  @Test
  void readsEvaluationsThatWereStoredWithoutAnExplanation() throws IOException {
    MeasuredRow row = row(storedBefore(), "math500/test.jsonl");
    assertEquals(Provenance.UNKNOWN, row.provenance());
    assertEquals("unknown", row.setting().prompt());
    assertEquals("run, data abcd, grader version unknown", row.origin());
    assertEquals(
        "prompt template unknown; grader profile unknown, version unknown",
        row.provenance().toString());
  }

  @Test
  void knowsTheOneTemplateOfOlderMiniMathEvaluations() throws IOException {
    Path old = storedBefore();
    assertEquals("minimath", row(old, "generated: minimath 1, mini-500").setting().prompt());
    assertEquals("unknown", row(old, "generated: dialogue 1, held out").setting().prompt());
  }

  @Test
  void givesTheTemplateAsTheReasonWhereItDiffers() {
    EvaluationSetting ours = row(stored(), "math500/test.jsonl").setting();
    EvaluationSetting theirs =
        new EvaluationSetting(
            ours.benchmark(),
            ours.items(),
            ours.metric(),
            ours.samples(),
            ours.temperature(),
            "minimal-rl",
            ours.grader(),
            ours.model());
    PublishedRow published = new PublishedRow("RAFT", theirs, 1, "1", "%", Mark.S, "", "");
    assertEquals(
        "prompt template qwen-math, published with minimal-rl",
        Comparability.of(published, ours).reason());
  }

  @Test
  void namesTemplateAndVersionOfAGradedFile() throws IOException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), "{\"gold\":1,\"answer\":\"1\"}\n");
    GradedSource source = new GradedSource(in.toString(), "", "aime24", "m", "their own", "0");
    GradeReport report =
        Grading.run(
            new GradeRequest(
                in, Optional.empty(), source, GradeFields.UNNAMED, Profile.DEFAULT, false, 1),
            RunContext.quiet());
    MeasuredRow row = Measurements.of(report);
    assertEquals("their own", row.setting().prompt());
    assertTrue(row.origin().endsWith(", grader version " + Verifier.VERSION), row.origin());
  }
}
