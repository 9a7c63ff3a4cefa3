package raftlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.RunContext;
import raftlab.reward.Scorer;
import raftlab.reward.StoredReward;

/** The public rollout files give the scores that their authors published. */
class PublicRolloutsTest {

  private static final double ROUNDED_TO_TENTHS = 0.05;
  private static final double ROUNDED_TO_HUNDREDTHS = 0.005;

  @Test
  void qwenSamplesGiveTheirAuthorsScores() {
    ImportedRollouts set =
        RolloutImport.read(SharedFiles.rollouts("qwen25math_math_cot_100/math_cot_100.jsonl"));
    assertEquals(100, set.prompts().size());
    assertEquals(800, set.rollouts().completionCount());
    assertEquals(
        91.0,
        100 * Scorer.score(set.rollouts(), StoredReward.GRADE, RunContext.quiet()).mean(),
        1e-9);
    int first = 0;
    int any = 0;
    int best = 0;
    for (List<PeerNote> group : set.notes()) {
      first += right(group.get(0));
      any += group.stream().mapToInt(PublicRolloutsTest::right).max().orElseThrow();
      PeerNote top = group.get(0);
      for (PeerNote note : group) {
        top = note.score() > top.score() ? note : top;
      }
      best += right(top);
    }
    assertEquals(List.of(90, 96, 94), List.of(first, any, best));
  }

  @ParameterizedTest
  @CsvSource({
    "1b-v0.1/gsm8k/test_cot, 1319, 36.2",
    "7b-v0.1/gsm8k/test_cot, 1319, 66.8",
    "1b-interpreter-v0.1/gsm8k/test_tora, 1319, 58.4",
    "7b-interpreter-v0.1/gsm8k/test_tora, 1319, 81.3",
    "1b-v0.1/minerva_math/test_cot, 500, 15.8",
    "7b-v0.1/minerva_math/test_cot, 500, 32.2",
    "1b-interpreter-v0.1/minerva_math/test_tora, 500, 40.2",
    "7b-interpreter-v0.1/minerva_math/test_tora, 500, 52.0",
  })
  void rhoGivesItsAuthorsScores(String run, int rows, double score) {
    ImportedRollouts set =
        RolloutImport.read(
            SharedFiles.rollouts("rho_math/rho-math-" + run + "_-1_seed0_t0.0_s0_e-1.jsonl"));
    assertEquals(rows, set.prompts().size());
    assertEquals(
        score,
        100 * Scorer.score(set.rollouts(), StoredReward.GRADE, RunContext.quiet()).mean(),
        ROUNDED_TO_TENTHS);
  }

  @ParameterizedTest
  @CsvSource({
    "Meta-Llama-3_1-8B-Instruct, 44.19, 0",
    "mathstral-7B, 42.00, 0",
    "Qwen1.5-7B-Chat, 26.44, 2809",
    "Llama-2-7b-hf, 18.34, 2061",
  })
  void mmluProGivesTheShareOfRightLetters(String model, double score, int withoutLetter) {
    ImportedRollouts set =
        RolloutImport.read(
            SharedFiles.rollouts("mmlu_pro_outputs/model_outputs_" + model + "_5shots.zip"));
    assertEquals(12_032, set.prompts().size());
    assertEquals(
        score,
        100 * Scorer.score(set.rollouts(), StoredReward.GRADE, RunContext.quiet()).mean(),
        ROUNDED_TO_HUNDREDTHS);
    assertEquals(
        withoutLetter,
        set.notes().stream().filter(group -> group.get(0).extracted().isEmpty()).count());
  }

  @ParameterizedTest
  @CsvSource({"tora-70b-v1.0, 1319", "tora-code-34b-v1.0, 1319"})
  void toraHasAnswersButNoGrades(String model, int rows) {
    ImportedRollouts set =
        RolloutImport.read(SharedFiles.rollouts("tora_gsm8k/" + model + ".jsonl"));
    assertEquals(rows, set.prompts().size());
    assertEquals(
        rows, Scorer.score(set.rollouts(), StoredReward.GRADE, RunContext.quiet()).skippedCount());
    assertEquals("18", set.prompts().prompts().get(0).answer());
  }

  @ParameterizedTest
  @CsvSource({
    "Mistral_7B_Base_V0.2_5shots_mistral",
    "Mistral_7B_v0.1_5shots_mistral",
    "internlm2_20b_5shots_short",
    "internlm2_math_20b_5shots_short",
  })
  void theoremQaKeepsEachRowAsItsOwnProblem(String model) {
    ImportedRollouts set =
        RolloutImport.read(SharedFiles.rollouts("theoremqa_outputs/" + model + ".jsonl"));
    assertEquals(800, set.prompts().size());
    assertEquals(800, set.rollouts().completionCount());
    assertEquals("11760", set.prompts().prompts().get(0).answer());
  }

  private static int right(PeerNote note) {
    return note.grade().orElseThrow() ? 1 : 0;
  }
}
