package raftlab.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.data.BenchmarkLoader;
import raftlab.data.ContentHash;
import raftlab.data.DatasetCache;
import raftlab.data.DatasetCatalog;
import raftlab.data.DatasetDescriptor;
import raftlab.data.PromptTemplates;
import raftlab.data.minimath.MiniMath;
import raftlab.eval.EvalReport;
import raftlab.eval.EvalRequest;
import raftlab.eval.Evaluator;
import raftlab.eval.Metric;
import raftlab.generate.DecoderSampler;
import raftlab.model.DecoderPolicy;
import raftlab.model.EmbeddedModel;
import raftlab.reward.VerifierCheck;
import raftlab.verify.Profile;

/** The embedded model is evaluated on a few problems of every benchmark that is at hand. */
class BenchmarkEvaluationTest {

  private static final int PROBLEMS = 2;
  private static final int SAMPLES = 2;
  private static final int NEW_TOKENS = 24;
  private static DecoderPolicy policy;

  @BeforeAll
  static void load() {
    policy = DecoderPolicy.load(EmbeddedModel.folder());
  }

  @AfterAll
  static void close() {
    policy.close();
  }

  static Stream<String> benchmarks() {
    return DatasetCatalog.builtIn().all().stream()
        .filter(each -> List.of("benchmark", "training", "generated").contains(each.kind()))
        .map(DatasetDescriptor::id);
  }

  @ParameterizedTest
  @MethodSource("benchmarks")
  void evaluatesTheEmbeddedModelWithTheGraderOfItsDescriptor(String id) {
    DatasetDescriptor descriptor = DatasetCatalog.builtIn().get(id);
    PromptSet few = few(prompts(descriptor));
    EvalReport report =
        new Evaluator(VerifierCheck.of(Profile.named(descriptor.graderProfile())))
            .evaluate(
                new DecoderSampler(policy),
                few,
                SamplingSettings.of(SAMPLES, NEW_TOKENS, 1),
                EvalRequest.of(List.of(Metric.pass(SAMPLES), Metric.majority(SAMPLES))),
                RunContext.quiet());
    assertEquals(few.size(), report.problems().size());
    assertEquals(List.of("pass@1", "pass@2", "maj@2"), List.copyOf(report.metrics().keySet()));
    assertTrue(report.passAt1().low() <= report.passAt1().value(), report.toString());
    assertTrue(report.unparsableRatio() >= 0 && report.unparsableRatio() <= 1);
  }

  private static PromptSet prompts(DatasetDescriptor descriptor) {
    if (descriptor.files().isEmpty()) {
      return descriptor.id().equals("mini-aime") ? MiniMath.miniAime() : MiniMath.mini500();
    }
    Optional<Path> file = DatasetCache.fromEnvironment().find(descriptor.mainFile());
    Assumptions.assumeTrue(file.isPresent(), descriptor.id() + " is not at hand");
    boolean letters = descriptor.answerType().startsWith("letter");
    return BenchmarkLoader.load(
        descriptor, file.get(), PromptTemplates.named(letters ? "multiple-choice" : "boxed"), 1);
  }

  /** The first prompts that leave room in the embedded model's short context. */
  private static PromptSet few(PromptSet all) {
    List<Prompt> fitting =
        all.prompts().stream()
            .filter(
                prompt ->
                    policy.tokenizer().encode(prompt.text()).length + NEW_TOKENS
                        < policy.contextLength())
            .limit(PROBLEMS)
            .toList();
    return all.having(fitting, ContentHash.of(fitting));
  }
}
