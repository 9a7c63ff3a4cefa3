package raftlab.verify;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Compares two numbers as written: exactly, or within a tolerance where a decimal is involved. */
final class NumberComparison {

  private NumberComparison() {}

  static Judgement compare(Numeral gold, Numeral answer, Tolerance tolerance) {
    if (gold.value().equals(answer.value())) {
      return Judgement.equal(Method.RATIONAL, true, "Both are the same number.");
    }
    boolean exact = !gold.decimal() && !answer.decimal();
    if (!exact && within(gold, answer, tolerance)) {
      return Judgement.equal(
          Method.RATIONAL, false, "The numbers agree within the tolerance of the profile.");
    }
    return Judgement.different(Method.RATIONAL, true, "The numbers are not the same.");
  }

  /** Returns whether two different numbers are as near as the tolerance asks. */
  private static boolean within(Numeral gold, Numeral answer, Tolerance tolerance) {
    Rational difference = gold.value().minus(answer.value()).abs();
    return switch (tolerance.kind()) {
      case EXACT -> false;
      case RELATIVE -> {
        Rational scale = max(gold.value().abs(), answer.value().abs());
        yield difference.compareTo(scale.times(rational(tolerance.bound(0)))) <= 0;
      }
      case ABSOLUTE -> difference.compareTo(rational(tolerance.bound(0))) <= 0;
      case SHOWN_DIGITS -> agreesAsShown(gold, answer, difference, tolerance.bound(0).intValue());
      case PLACES -> rounded(gold.value(), tolerance).equals(rounded(answer.value(), tolerance));
    };
  }

  /**
   * The coarser decimal must be the other number rounded to the digits it shows; an answer must
   * show enough of them, a gold shows what it shows.
   */
  private static boolean agreesAsShown(
      Numeral gold, Numeral answer, Rational difference, int leastDigits) {
    Numeral coarse = coarser(gold, answer);
    Rational halfUnit =
        Rational.of(BigInteger.ONE, BigInteger.TEN.pow(coarse.scale()).shiftLeft(1));
    return (coarse.equals(gold) || coarse.digits() >= leastDigits)
        && difference.compareTo(halfUnit) <= 0;
  }

  private static Numeral coarser(Numeral gold, Numeral answer) {
    if (!gold.decimal() || !answer.decimal()) {
      return gold.decimal() ? gold : answer;
    }
    return gold.scale() < answer.scale() ? gold : answer;
  }

  private static BigInteger rounded(Rational value, Tolerance tolerance) {
    BigInteger ten = BigInteger.TEN.pow(tolerance.bound(0).intValue());
    BigInteger doubled = value.num().multiply(ten).shiftLeft(1).add(value.den());
    return floor(doubled, value.den().shiftLeft(1));
  }

  private static BigInteger floor(BigInteger num, BigInteger den) {
    BigInteger[] parts = num.divideAndRemainder(den);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Rational max(Rational a, Rational b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  static Rational rational(BigDecimal value) {
    return value.scale() <= 0
        ? Rational.of(value.toBigIntegerExact())
        : Rational.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }
}
