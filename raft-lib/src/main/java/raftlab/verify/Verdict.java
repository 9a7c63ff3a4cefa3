package raftlab.verify;

/**
 * What the verifier says of one answer, with everything needed to check it.
 *
 * @param outcome equal, different or unknown
 * @param extracted the answer that was read, empty if none was found
 * @param rule where it was found
 * @param start offset of its first character in the response
 * @param end offset after its last character
 * @param method how the outcome was reached
 * @param proof true if the outcome is exact, false if it is probable (sampling, tolerance)
 * @param goldType what the gold was read as, such as {@code number} or {@code interval}; empty if
 *     it was decided before anything was parsed
 * @param answerType the same for the answer
 * @param credit share of the answer that is right, in [0, 1]: 1 if equal, else 0 unless the profile
 *     gives partial credit as a fraction
 * @param reason one sentence for a reader who knows no code
 */
public record Verdict(
    Outcome outcome,
    String extracted,
    ExtractionRule rule,
    int start,
    int end,
    Method method,
    boolean proof,
    String goldType,
    String answerType,
    double credit,
    String reason) {

  static Verdict of(Extraction found, Judgement judgement) {
    return new Verdict(
        judgement.outcome(),
        found.text(),
        found.rule(),
        found.start(),
        found.end(),
        judgement.method(),
        judgement.proof(),
        judgement.goldType(),
        judgement.answerType(),
        judgement.credit(),
        judgement.reason());
  }

  /** Returns whether the answer means the same as the gold. */
  public boolean equal() {
    return outcome == Outcome.EQUAL;
  }
}
