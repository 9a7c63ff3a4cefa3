package raftlab.verify;

/** The outcome of comparing two answers, before it is joined with where the answer was found. */
record Judgement(
    Outcome outcome,
    Method method,
    boolean proof,
    String goldType,
    String answerType,
    double credit,
    String reason) {

  static Judgement equal(Method method, boolean proof, String reason) {
    return new Judgement(Outcome.EQUAL, method, proof, "", "", 1, reason);
  }

  static Judgement different(Method method, boolean proof, String reason) {
    return new Judgement(Outcome.DIFFERENT, method, proof, "", "", 0, reason);
  }

  static Judgement unknown(String reason) {
    return new Judgement(Outcome.UNKNOWN, Method.NONE, false, "", "", 0, reason);
  }

  Judgement typed(String gold, String answer) {
    return new Judgement(outcome, method, proof, gold, answer, credit, reason);
  }

  Judgement withCredit(double share) {
    return new Judgement(outcome, method, proof, goldType, answerType, share, reason);
  }

  boolean isEqual() {
    return outcome == Outcome.EQUAL;
  }

  boolean isUnknown() {
    return outcome == Outcome.UNKNOWN;
  }
}
