package raftlab.verify;

import raftlab.verify.Agreement.Found;

/**
 * Compares two expressions by their values at fixed points. A difference at one point where both
 * are real throughout is a difference; agreement at all of them, confirmed to many digits at a few,
 * makes the two probably equal.
 */
final class Sampling {

  private static final int ENOUGH = 3;
  private static final Judgement DIFFERENT =
      Judgement.different(
          Method.SAMPLING, true, "The two have different values at the same point.");

  private static final Judgement UNDECIDED =
      Judgement.unknown("The two could be neither proved equal nor told apart.");

  private final Node gold;
  private final Node answer;
  private final Budget budget;
  private final Agreement agreement;
  private int agreed;
  private int complexAgreed;
  private int complexDiffer;
  private int confirmed;
  private int unconfirmed;

  Sampling(Node gold, Node answer, Budget budget) {
    this.gold = gold;
    this.answer = answer;
    this.budget = budget;
    this.agreement = new Agreement(gold, answer, budget);
  }

  Judgement compare() {
    boolean constant =
        Evaluation.variables(gold).isEmpty() && Evaluation.variables(answer).isEmpty();
    return constant ? constants() : functions();
  }

  private Judgement constants() {
    Evaluation ofGold = new Evaluation(0, budget);
    Evaluation ofAnswer = new Evaluation(0, budget);
    Complex left = ofGold.of(gold);
    Complex right = ofAnswer.of(answer);
    boolean finite = left.finite() && right.finite();
    Boolean same = finite ? Agreement.rough(left, right) : null;
    if (Boolean.FALSE.equals(same)) {
      return Judgement.different(Method.SAMPLING, true, "The two have different values.");
    }
    if (lost(ofGold, ofAnswer, Absorption.CONSTANTS)) {
      return UNDECIDED;
    }
    return switch (agreement.precise(0)) {
      case SAME ->
          Judgement.equal(Method.SAMPLING, false, "The two values agree to every digit computed.");
      case DIFFERENT ->
          Judgement.different(Method.SAMPLING, true, "The two values are near but not the same.");
      case NOTHING -> UNDECIDED;
    };
  }

  private static boolean lost(Evaluation gold, Evaluation answer, double factor) {
    return gold.absorption().beyond(factor) || answer.absorption().beyond(factor);
  }

  private Judgement functions() {
    int first = WholeNumbers.only(gold, answer) ? Evaluation.WHOLE_POINTS : 0;
    for (int point = first; point < first + Budget.SAMPLES; point++) {
      Evaluation ofGold = new Evaluation(point, budget);
      Evaluation ofAnswer = new Evaluation(point, budget);
      Complex left = ofGold.of(gold);
      Complex right = ofAnswer.of(answer);
      boolean real = !ofGold.complexInside() && !ofAnswer.complexInside();
      boolean usable = left.finite() && right.finite();
      if (usable && lost(ofGold, ofAnswer, Absorption.FUNCTIONS)) {
        usable = Boolean.FALSE.equals(Agreement.rough(left, right));
      }
      if (usable && differs(point, left, right, real)) {
        return DIFFERENT;
      }
    }
    if (agreed >= ENOUGH || (complexAgreed >= ENOUGH && complexDiffer == 0)) {
      return Judgement.equal(
          Method.SAMPLING, false, "The two have the same value at every point tried.");
    }
    return complexDiffer > 0
        ? Judgement.different(Method.SAMPLING, false, "The two have different values.")
        : UNDECIDED;
  }

  /** Counts what a point says; true if both are real there and differ. */
  private boolean differs(int point, Complex left, Complex right, boolean real) {
    Found found = found(point, Agreement.rough(left, right));
    if (found == Found.SAME) {
      agreed += real ? 1 : 0;
      complexAgreed += real ? 0 : 1;
    } else if (found == Found.DIFFERENT) {
      complexDiffer += real ? 0 : 1;
    }
    return real && found == Found.DIFFERENT;
  }

  private Found found(int point, Boolean rough) {
    if (Boolean.FALSE.equals(rough)) {
      return Found.DIFFERENT;
    }
    boolean doubtful = rough == null;
    if (!doubtful && (confirmed >= Budget.PRECISE_SAMPLES || unconfirmed > 0)) {
      return Found.SAME;
    }
    Found precise = agreement.confirmed(point);
    confirmed += precise == Found.SAME ? 1 : 0;
    unconfirmed += precise == Found.NOTHING ? 1 : 0;
    return precise == Found.NOTHING && !doubtful ? Found.SAME : precise;
  }

  /** Returns whether the values agree within a relative bound wherever both are real. */
  boolean within(double bound) {
    int near = 0;
    for (int point = 0; point < Budget.SAMPLES; point++) {
      Complex left = new Evaluation(point, budget).of(gold);
      Complex right = new Evaluation(point, budget).of(answer);
      if (left.finite() && right.finite()) {
        double size = Math.max(left.abs(), right.abs());
        if (left.plus(right.negate()).abs() > bound * size) {
          return false;
        }
        near += size < Agreement.VANISHED ? 0 : 1;
      }
    }
    return near >= ENOUGH;
  }
}
