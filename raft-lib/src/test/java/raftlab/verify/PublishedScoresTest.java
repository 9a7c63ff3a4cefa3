package raftlab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.Rollout;
import raftlab.data.ImportedRollouts;
import raftlab.data.PeerNote;
import raftlab.data.RolloutImport;
import raftlab.data.SharedFiles;

/**
 * Grading the text of published responses gives the scores that were published with them, under the
 * profiles of their graders. What still differs is pinned row by row; who is right is written in
 * docs/verifier-disagreements.md.
 */
class PublishedScoresTest {

  private static final double HALF_A_POINT = 0.5;

  /** Rows that we accept and the harness refused, then those that it accepted and we refuse. */
  @ParameterizedTest
  @CsvSource({
    "1b-v0.1/minerva_math/test_cot, 15.8, 233 467, 25",
    "7b-v0.1/minerva_math/test_cot, 32.2, 73 257, 4",
    "1b-interpreter-v0.1/minerva_math/test_tora, 40.2, 164 179, 307",
    "7b-interpreter-v0.1/minerva_math/test_tora, 52.0, 164 228 467, 25 307",
    "1b-v0.1/gsm8k/test_cot, 36.2, 76, 328",
    "7b-v0.1/gsm8k/test_cot, 66.8, 405 607 692, ''",
    "1b-interpreter-v0.1/gsm8k/test_tora, 58.4, '', ''",
    "7b-interpreter-v0.1/gsm8k/test_tora, 81.3, '', ''",
  })
  void rhoScoresAreReproducedFromTheText(
      String run, double published, String accepted, String refused) {
    ImportedRollouts set = rho(run);
    Grades grades = Grades.of(set, Verifier.of(Profile.named("rho")));
    assertEquals(published, grades.score(), HALF_A_POINT);
    assertEquals(accepted, String.join(" ", grades.accepted));
    assertEquals(refused, String.join(" ", grades.refused));
  }

  @ParameterizedTest
  @CsvSource({"tora-70b-v1.0, 84.3, 1112", "tora-code-34b-v1.0, 80.7, 1064"})
  void toraScoresAreReproducedFromTheText(String model, double published, int right) {
    ImportedRollouts set =
        RolloutImport.read(SharedFiles.rollouts("tora_gsm8k/" + model + ".jsonl"));
    Grades grades = Grades.of(set, Verifier.of(Profile.named("tora")));
    assertEquals(published, grades.score(), HALF_A_POINT);
    assertEquals(right, grades.right);
  }

  /**
   * Every response with a letter in it gives the letter that its authors' script stored; the stored
   * letters give the published score.
   */
  @ParameterizedTest
  @CsvSource({
    "Meta-Llama-3_1-8B-Instruct, mmlu-pro-script, 44.19, 694, 73",
    "mathstral-7B, mmlu-pro-script, 42.00, 243, 29",
    "Qwen1.5-7B-Chat, mmlu-pro-script-first, 26.44, 0, 0",
    "Llama-2-7b-hf, mmlu-pro-script-first, 18.34, 0, 0",
  })
  void mmluProLettersAreThoseOfTheScript(
      String model, String profile, double published, int guessed, int guessedRight) {
    ImportedRollouts set = mmluPro(model);
    Verifier verifier = Verifier.of(Profile.named(profile));
    Verifier letters = Verifier.of(Profile.named("mmlu-pro"));
    int stored = 0;
    int withoutLetter = 0;
    int luck = 0;
    int right = 0;
    for (int i = 0; i < set.prompts().size(); i++) {
      Rollout rollout = set.rollouts().rollouts().get(i);
      PeerNote note = set.note(i, 0);
      Verdict verdict =
          verifier.verify(rollout.completions().get(0).text(), rollout.prompt().answer());
      right += verdict.equal() ? 1 : 0;
      stored += letters.verifyAnswer(note.extracted(), rollout.prompt().answer()).equal() ? 1 : 0;
      if (!verdict.extracted().equals(note.extracted())) {
        // The stored letter of a response without any is the script's guess, always the same.
        assertEquals("/G", verdict.extracted() + "/" + note.extracted(), rollout.prompt().id());
        withoutLetter++;
        luck += note.grade().orElseThrow() ? 1 : 0;
      }
    }
    assertEquals(List.of(guessed, guessedRight), List.of(withoutLetter, luck));
    assertEquals(published, hundredths(right + luck, set), 1e-9);
    assertEquals(published, hundredths(stored, set), 1e-9);
  }

  /**
   * Under the tolerance of their grader we accept ten that it refused: the nine that {@link
   * RealResponsesTest} pins, and a decimal near the gold that it could not read. Without them every
   * score is the published one.
   */
  @Test
  void qwenScoresAreReproducedFromTheText() {
    ImportedRollouts set =
        RolloutImport.read(SharedFiles.rollouts("qwen25math_math_cot_100/math_cot_100.jsonl"));
    Verifier verifier = Verifier.of(Profile.named("qwen"));
    SampleScores ours = SampleScores.of(set, verifier, Set.of());
    assertEquals(List.of(738, 91, 98, 96, 95), ours.counts());
    Set<String> refused = new HashSet<>(RealResponsesTest.STORED_GRADE_WRONG);
    refused.add("72.3");
    SampleScores theirs = SampleScores.of(set, verifier, refused);
    assertEquals(List.of(728, 90, 96, 94, 93), theirs.counts());
  }

  private static ImportedRollouts rho(String run) {
    return RolloutImport.read(
        SharedFiles.rollouts("rho_math/rho-math-" + run + "_-1_seed0_t0.0_s0_e-1.jsonl"));
  }

  private static ImportedRollouts mmluPro(String model) {
    return RolloutImport.read(
        SharedFiles.rollouts("mmlu_pro_outputs/model_outputs_" + model + "_5shots.zip"));
  }

  private static double hundredths(int right, ImportedRollouts set) {
    return Double.parseDouble(
        String.format(Locale.ROOT, "%.2f", 100.0 * right / set.prompts().size()));
  }

  /** Our verdicts against the stored ones, one response per problem. */
  private static final class Grades {

    private final List<String> accepted = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int right;
    private int all;

    static Grades of(ImportedRollouts set, Verifier verifier) {
      Grades grades = new Grades();
      for (int i = 0; i < set.prompts().size(); i++) {
        Rollout rollout = set.rollouts().rollouts().get(i);
        String text = rollout.completions().get(0).text();
        grades.add(
            rollout.prompt().id(),
            verifier.verify(text, rollout.prompt().answer()).equal(),
            set.note(i, 0));
      }
      return grades;
    }

    private void add(String id, boolean equal, PeerNote note) {
      all++;
      right += equal ? 1 : 0;
      boolean peer = note.grade().orElse(equal);
      if (equal && !peer) {
        accepted.add(id);
      } else if (peer && !equal) {
        refused.add(id);
      }
    }

    double score() {
      return 100.0 * right / all;
    }
  }

  /** The scores of several samples per problem; some verdicts may be turned into "wrong". */
  private static final class SampleScores {

    private final Verifier verifier;
    private final Set<String> refused;
    private int right;
    private int first;
    private int any;
    private int best;
    private int majority;

    private SampleScores(Verifier verifier, Set<String> refused) {
      this.verifier = verifier;
      this.refused = refused;
    }

    static SampleScores of(ImportedRollouts set, Verifier verifier, Set<String> refused) {
      SampleScores scores = new SampleScores(verifier, refused);
      for (int i = 0; i < set.prompts().size(); i++) {
        scores.add(set.rollouts().rollouts().get(i), set.notes().get(i));
      }
      return scores;
    }

    List<Integer> counts() {
      return List.of(right, first, any, best, majority);
    }

    private void add(Rollout rollout, List<PeerNote> notes) {
      List<Integer> grades = new ArrayList<>();
      List<String> answers = new ArrayList<>();
      int top = 0;
      for (int k = 0; k < notes.size(); k++) {
        String text = rollout.completions().get(k).text();
        Verdict verdict = verifier.verify(text, rollout.prompt().answer());
        boolean counts = !refused.contains(rollout.prompt().id() + "." + k);
        grades.add(verdict.equal() && counts ? 1 : 0);
        answers.add(verdict.extracted());
        top = notes.get(k).score() > notes.get(top).score() ? k : top;
      }
      right += grades.stream().mapToInt(Integer::intValue).sum();
      first += grades.get(0);
      any += Collections.max(grades);
      best += grades.get(top);
      majority += grades.get(mostVoted(answers));
    }

    /** The first of the answers that most others mean the same as. */
    private int mostVoted(List<String> answers) {
      int winner = 0;
      long most = 0;
      for (int k = 0; k < answers.size(); k++) {
        String answer = answers.get(k);
        long votes = answers.stream().filter(other -> verifier.equivalent(answer, other)).count();
        winner = votes > most ? k : winner;
        most = Math.max(votes, most);
      }
      return winner;
    }
  }
}
