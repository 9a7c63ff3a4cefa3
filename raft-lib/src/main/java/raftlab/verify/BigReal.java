package raftlab.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions of real numbers to a given number of digits: power series after the argument
 * is made small. Arguments too large for a bounded number of steps have no value here.
 */
final class BigReal {

  /** The most digits any caller may ask for. */
  static final int MOST_DIGITS = 110;

  private static final MathContext WIDEST = new MathContext(MOST_DIGITS + 20);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal LARGEST_ARGUMENT = new BigDecimal("1e18");
  private static final int LARGEST_EXPONENT = 2_000;

  static final BigDecimal PI = machin();
  private static final BigDecimal LN_10 = halley(BigDecimal.TEN, Math.log(10), WIDEST);

  private BigReal() {}

  /** π/4 = 4 arctan(1/5) - arctan(1/239). */
  private static BigDecimal machin() {
    BigDecimal fifth = BigDecimal.ONE.divide(BigDecimal.valueOf(5), WIDEST);
    BigDecimal small = BigDecimal.ONE.divide(BigDecimal.valueOf(239), WIDEST);
    return series(fifth, WIDEST)
        .multiply(BigDecimal.valueOf(16))
        .subtract(series(small, WIDEST).multiply(BigDecimal.valueOf(4)), WIDEST);
  }

  private static MathContext wider(MathContext context) {
    return new MathContext(context.getPrecision() + 15, RoundingMode.HALF_EVEN);
  }

  /** Returns e to the power of x, or null if the result is out of bounds. */
  static BigDecimal exp(BigDecimal x, MathContext context) {
    if (x.abs().compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) > 0) {
      return null;
    }
    MathContext wide = wider(context);
    int halvings = Math.max(0, x.toBigInteger().bitLength() + 8);
    BigDecimal small = x.divide(new BigDecimal(BigInteger.ONE.shiftLeft(halvings)), wide);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    BigDecimal least = least(wide);
    for (int k = 1; term.signum() != 0 && term.abs().compareTo(least) > 0; k++) {
      term = term.multiply(small, wide).divide(BigDecimal.valueOf(k), wide);
      sum = sum.add(term, wide);
    }
    for (int k = 0; k < halvings; k++) {
      sum = sum.multiply(sum, wide);
    }
    return sum.round(context);
  }

  /** Returns the natural logarithm of a positive number. */
  static BigDecimal ln(BigDecimal x, MathContext context) {
    MathContext wide = wider(context);
    int exponent = x.precision() - x.scale();
    BigDecimal mantissa = x.scaleByPowerOfTen(-exponent);
    BigDecimal part = halley(mantissa, Math.log(mantissa.doubleValue()), wide);
    return part.add(LN_10.multiply(BigDecimal.valueOf(exponent), wide), context);
  }

  /** Halley's iteration for exp(y) = x; each step triples the digits. */
  private static BigDecimal halley(BigDecimal x, double start, MathContext context) {
    BigDecimal y = new BigDecimal(start);
    for (int digits = 15; digits < context.getPrecision(); digits *= 3) {
      BigDecimal power = exp(y, context);
      BigDecimal step = x.subtract(power, context).divide(x.add(power, context), context);
      y = y.add(step.multiply(TWO), context);
    }
    return y;
  }

  /** Returns sine and cosine, or null if the argument is too large to be reduced. */
  static BigDecimal[] sinCos(BigDecimal x, MathContext context) {
    if (x.abs().compareTo(LARGEST_ARGUMENT) > 0) {
      return null;
    }
    MathContext wide =
        new MathContext(Math.min(WIDEST.getPrecision(), context.getPrecision() + 20));
    BigDecimal turn = PI.multiply(TWO);
    BigDecimal turns = x.divide(turn, 0, RoundingMode.HALF_EVEN);
    BigDecimal angle = x.subtract(turns.multiply(turn));
    BigDecimal square = angle.multiply(angle, wide).negate();
    BigDecimal sin = angle;
    BigDecimal cos = BigDecimal.ONE;
    BigDecimal odd = angle;
    BigDecimal even = BigDecimal.ONE;
    BigDecimal least = least(wide);
    for (int k = 1; even.abs().compareTo(least) > 0 || odd.abs().compareTo(least) > 0; k++) {
      even = even.multiply(square, wide).divide(BigDecimal.valueOf((2L * k - 1) * (2L * k)), wide);
      odd = odd.multiply(square, wide).divide(BigDecimal.valueOf(2L * k * (2L * k + 1)), wide);
      cos = cos.add(even, wide);
      sin = sin.add(odd, wide);
    }
    return new BigDecimal[] {sin, cos};
  }

  /** Returns the arctangent; the argument is made small by halving the angle. */
  static BigDecimal arctan(BigDecimal x, MathContext context) {
    MathContext wide = wider(context);
    BigDecimal small = x;
    int halvings = 4;
    for (int k = 0; k < halvings; k++) {
      BigDecimal root = BigDecimal.ONE.add(small.multiply(small, wide), wide).sqrt(wide);
      small = small.divide(BigDecimal.ONE.add(root, wide), wide);
    }
    return series(small, wide).multiply(BigDecimal.valueOf(1L << halvings), context);
  }

  private static BigDecimal series(BigDecimal x, MathContext context) {
    BigDecimal square = x.multiply(x, context).negate();
    BigDecimal power = x;
    BigDecimal sum = x;
    BigDecimal least = least(context);
    for (int k = 3; power.abs().compareTo(least) > 0; k += 2) {
      power = power.multiply(square, context);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), context), context);
    }
    return sum;
  }

  private static BigDecimal least(MathContext context) {
    return BigDecimal.ONE.movePointLeft(context.getPrecision() + 2);
  }
}
