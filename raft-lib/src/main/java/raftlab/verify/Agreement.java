package raftlab.verify;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Whether two expressions have the same value at a point: in double precision where that tells them
 * apart, else at two higher precisions. A difference that shrinks with the precision is rounding; a
 * difference that stays is one, however small: {@code e^{\pi\sqrt{67}}} is no integer.
 */
final class Agreement {

  /** What was found at a point. */
  enum Found {
    SAME,
    DIFFERENT,
    /** A value does not exist or could not be computed. */
    NOTHING
  }

  private static final double NEAR = 1e-9;
  private static final double VANISHED = 1e-300;
  private static final double DOUBTFUL = 1e-6;
  private static final int DIGITS = 40;
  private static final int MORE_DIGITS = 80;
  private static final MathContext ROUGH = new MathContext(10);
  private static final BigDecimal SHRUNK = new BigDecimal("1e-20");
  private static final BigDecimal ROUGHLY = new BigDecimal("1e-30");
  private static final BigDecimal NOISE = new BigDecimal("1e-70");

  private final Node gold;
  private final Node answer;
  private final Budget budget;

  Agreement(Node gold, Node answer, Budget budget) {
    this.gold = gold;
    this.answer = answer;
    this.budget = budget;
  }

  /** Compares two values of double precision; null if they are too near to be told apart by it. */
  static Boolean rough(Complex a, Complex b) {
    double difference = a.plus(b.negate()).abs();
    double size = Math.max(a.abs(), b.abs());
    if (size < VANISHED) {
      return null; // zero, or two different values too small for double precision
    }
    if (difference <= NEAR * size || difference == 0) {
      return true;
    }
    boolean doubtful = difference <= DOUBTFUL * size || size < DOUBTFUL;
    return doubtful ? null : Boolean.FALSE;
  }

  /** Compares the values at one of several points: to forty digits, to more where those doubt. */
  Found confirmed(int point) {
    Values rough = values(point, DIGITS);
    boolean same =
        rough != null && rough.difference().compareTo(rough.size().multiply(ROUGHLY)) <= 0;
    return same ? Found.SAME : precise(point);
  }

  /** Compares the values at a point to forty and eighty digits. */
  Found precise(int point) {
    Values rough = values(point, DIGITS);
    Values fine = rough == null ? null : values(point, MORE_DIGITS);
    if (fine == null) {
      return Found.NOTHING;
    }
    boolean shrunk = fine.difference().compareTo(rough.difference().multiply(SHRUNK)) <= 0;
    boolean nothing = fine.difference().compareTo(fine.size().multiply(NOISE)) <= 0;
    return shrunk || nothing ? Found.SAME : Found.DIFFERENT;
  }

  /** How far apart two values are and how large the larger is. */
  private record Values(BigDecimal difference, BigDecimal size) {}

  private Values values(int point, int digits) {
    PreciseEvaluation evaluation = new PreciseEvaluation(point, digits, budget);
    BigComplex left = evaluation.of(gold);
    BigComplex right = left == null ? null : evaluation.of(answer);
    if (right == null) {
      return null;
    }
    BigDecimal difference = left.plus(right.negate(), new MathContext(digits + 5)).abs(ROUGH);
    return new Values(difference, left.abs(ROUGH).max(right.abs(ROUGH)));
  }
}
