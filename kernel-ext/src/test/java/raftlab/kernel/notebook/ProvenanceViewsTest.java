package raftlab.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
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
import raftlab.grade.GradeFields;
import raftlab.grade.GradeReport;
import raftlab.grade.GradeRequest;
import raftlab.grade.GradedSource;
import raftlab.grade.Grading;
import raftlab.reward.VerifierCheck;
import raftlab.run.RunDirectory;
import raftlab.verify.Profile;
import raftlab.verify.Verifier;

/** Views of evaluations and graded files say what explains their numbers. */
class ProvenanceViewsTest {

  private static final Map<String, String> CHANGED = Map.of("percent", "value");

  @TempDir Path folder;

  private static Profile profile() {
    return Profile.named("math").with("percent", "value");
  }

  private static EvalReport evaluation() {
    Prompt prompt = new Prompt("p", "1+1?", Map.of("answer", "2"));
    RolloutSet rollouts =
        new RolloutSet(
            "r",
            "mine",
            SamplingSettings.of(1, 8, 1),
            List.of(new Rollout(prompt, List.of(Completion.imported(0, "\\boxed{2}")))));
    TemplateId template = new TemplateId("boxed", "0123456789abcdef");
    return new Evaluator(VerifierCheck.of(profile()))
        .grade(
            rollouts,
            new PromptSet("d", "s", "abcd", template, List.of(prompt)),
            EvalRequest.of(List.of()),
            RunContext.quiet());
  }

  private GradeReport graded() throws IOException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), "{\"gold\":1,\"answer\":\"1\"}\n");
    GradedSource source = new GradedSource(in.toString(), "", "", "", "their own", "");
    return Grading.run(
        new GradeRequest(in, Optional.empty(), source, GradeFields.UNNAMED, profile(), false, 1),
        RunContext.quiet());
  }

  private static List<String> remarks(Object value) {
    return StandardViews.create().of(value).report(value).remarks();
  }

  private static Map<String, Object> summary(Object value) {
    return StandardViews.create().of(value).summary(value);
  }

  @Test
  void anEvaluationExplainsItsNumber() {
    String remark =
        "Prompt template boxed (0123456789ab); grader profile math with percent=value, version "
            + Verifier.VERSION
            + ".";
    assertTrue(remarks(evaluation()).contains(remark), remarks(evaluation())::toString);
    Map<String, Object> summary = summary(evaluation());
    assertEquals("boxed", summary.get("template"));
    assertEquals("0123456789ab", summary.get("template_sha256"));
    assertEquals("math", summary.get("profile"));
    assertEquals(CHANGED, summary.get("options"));
    assertEquals(Verifier.VERSION, summary.get("verifier_version"));
  }

  @Test
  void aGradedFileExplainsItsNumber() throws IOException {
    GradeReport graded = graded();
    String remark =
        "Prompt template their own; grader profile math with percent=value, version "
            + Verifier.VERSION
            + ".";
    assertTrue(remarks(graded).contains(remark), remarks(graded)::toString);
    Map<String, Object> summary = summary(graded);
    assertEquals("their own", summary.get("template"));
    assertEquals("", summary.get("template_sha256"));
    assertEquals(CHANGED, summary.get("options"));
    assertEquals(Verifier.VERSION, summary.get("verifier_version"));
  }

  /** What {@code eval --out} writes is what {@code table} reads. */
  @Test
  void anExportedEvaluationIsReadBackWhole() throws IOException {
    EvalReport report = evaluation();
    Object json = StandardViews.create().of(report).json(report);
    Path file =
        Files.writeString(
            folder.resolve("out.json"),
            new Gson().newBuilder().serializeSpecialFloatingPointValues().create().toJson(json));
    assertEquals(report, RunDirectory.readRecord(file, EvalReport.class));
  }
}
