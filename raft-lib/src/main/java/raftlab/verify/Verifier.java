package raftlab.verify;

import java.util.Optional;
import raftlab.core.Checks;

/**
 * Decides whether an answer means the same as the gold, under a profile. Never throws on any text,
 * never evaluates text as code, and ends within the counters of {@link Budget}. Immutable and
 * thread-safe; a verdict depends on the two texts and the profile only.
 */
public final class Verifier {

  /**
   * The version of the verdicts, recorded with every score. It is raised with each change after
   * which some pair of texts gets another outcome under some profile, so that two numbers of one
   * version were graded alike; changes of speed or of a reason's words do not raise it.
   */
  public static final String VERSION = "2";

  private final Profile profile;
  private final Rules rules;
  private final AnswerExtractor extractor;

  private Verifier(Profile profile) {
    this.profile = profile;
    this.rules = profile.rules();
    this.extractor = AnswerExtractor.of(profile);
  }

  /** Returns the verifier of a profile. */
  public static Verifier of(Profile profile) {
    return new Verifier(Checks.notNull(profile, "profile"));
  }

  /** Returns the profile whose name is recorded with every score. */
  public Profile profile() {
    return profile;
  }

  /** Finds the answer in a whole response and compares it with the gold. */
  public Verdict verify(String response, String gold) {
    Extraction found = extractor.extract(Checks.notNull(response, "response"));
    if (!found.found()) {
      return asWritten(response, gold, Verdict.of(found, withoutAnswer(gold)));
    }
    return asWritten(
        response,
        gold,
        Verdict.of(
            found, new Equivalence(rules).judge(GoldText.answer(gold, rules), found.text())));
  }

  /**
   * Where nothing marks an answer, a response that is written as the gold is, or that is words only
   * as the gold is, is the answer.
   */
  private Verdict asWritten(String response, String gold, Verdict verdict) {
    boolean unmarked =
        verdict.rule() == ExtractionRule.NONE
            || verdict.rule() == ExtractionRule.LAST_NUMBER
            || verdict.rule() == ExtractionRule.DISPLAY;
    boolean tried =
        unmarked
            && !verdict.equal()
            && rules.fallback() != Rules.Fallback.NONE
            && rules.protocol() == Rules.Protocol.OWN
            && rules.choices().isEmpty();
    if (tried && rules.booleans() == Rules.Booleans.WORDS) {
      Extraction sentence = Choices.sentence(response, gold);
      if (sentence != null) {
        return Verdict.of(sentence, new Equivalence(rules).judge(gold, sentence.text()));
      }
    }
    String written = tried ? comparable(response) : "";
    tried =
        !written.isEmpty()
            && (written.equals(gold.strip()) || (Words.areWords(written) && Words.areWords(gold)));
    Verdict whole = tried ? verifyAnswer(written, gold) : verdict;
    return whole.equal() ? whole : verdict;
  }

  /** The response without space at its ends, or nothing if it is too long to be compared. */
  private static String comparable(String response) {
    int start = 0;
    int end = response.length();
    while (start < end && Character.isWhitespace(response.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(response.charAt(end - 1))) {
      end--;
    }
    return end - start > Budget.ANSWER_CHARS ? "" : response.substring(start, end);
  }

  /** Compares an answer that stands alone with the gold. */
  public Verdict verifyAnswer(String bareAnswer, String gold) {
    String written = Checks.notNull(bareAnswer, "answer");
    String answer = GoldText.answer(written, rules);
    Extraction found = Extraction.trimmed(answer, 0, answer.length(), ExtractionRule.BARE);
    if (found.text().isEmpty()) {
      return Verdict.of(found, withoutAnswer(gold));
    }
    return Verdict.of(
        found, new Equivalence(rules).judge(GoldText.answer(gold, rules), found.text()));
  }

  /** Returns whether two answers mean the same, for counting votes; symmetric in its arguments. */
  public boolean equivalent(String a, String b) {
    return verifyAnswer(a, b).equal() || verifyAnswer(b, a).equal();
  }

  /**
   * Returns why a gold answer cannot be used, or empty if it can: to be asked once per data set.
   */
  public Optional<String> goldProblem(String gold) {
    return new Equivalence(rules).goldProblem(GoldText.answer(gold, rules));
  }

  private Judgement withoutAnswer(String gold) {
    return goldProblem(gold)
        .map(Judgement::unknown)
        .orElseGet(() -> Judgement.different(Method.NONE, true, "The response holds no answer."));
  }
}
