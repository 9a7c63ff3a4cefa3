package raftlab.verify;

import java.math.BigDecimal;
import java.math.MathContext;

/** A complex number to many digits; real numbers keep an imaginary part of exactly zero. */
record BigComplex(BigDecimal re, BigDecimal im) {

  static final BigComplex ONE = of(BigDecimal.ONE);

  static BigComplex of(BigDecimal re) {
    return new BigComplex(re, BigDecimal.ZERO);
  }

  static BigComplex of(Rational value, MathContext context) {
    return of(new BigDecimal(value.num()).divide(new BigDecimal(value.den()), context));
  }

  boolean real() {
    return im.signum() == 0;
  }

  boolean isZero() {
    return re.signum() == 0 && im.signum() == 0;
  }

  BigComplex plus(BigComplex that, MathContext context) {
    return new BigComplex(re.add(that.re, context), im.add(that.im, context));
  }

  BigComplex negate() {
    return new BigComplex(re.negate(), im.negate());
  }

  BigComplex times(BigComplex that, MathContext context) {
    if (real() && that.real()) {
      return of(re.multiply(that.re, context));
    }
    return new BigComplex(
        re.multiply(that.re, context).subtract(im.multiply(that.im, context), context),
        re.multiply(that.im, context).add(im.multiply(that.re, context), context));
  }

  /** Returns the quotient, or null for a division by zero. */
  BigComplex over(BigComplex that, MathContext context) {
    if (that.isZero()) {
      return null;
    }
    if (real() && that.real()) {
      return of(re.divide(that.re, context));
    }
    BigDecimal square = that.square(context);
    BigComplex top = times(new BigComplex(that.re, that.im.negate()), context);
    return new BigComplex(top.re.divide(square, context), top.im.divide(square, context));
  }

  private BigDecimal square(MathContext context) {
    return re.multiply(re, context).add(im.multiply(im, context), context);
  }

  BigDecimal abs(MathContext context) {
    return real() ? re.abs() : square(context).sqrt(context);
  }

  /** Returns e to this power, or null if the result is out of bounds. */
  BigComplex exp(MathContext context) {
    BigDecimal size = BigReal.exp(re, context);
    if (size == null || real()) {
      return size == null ? null : of(size);
    }
    BigDecimal[] sinCos = BigReal.sinCos(im, context);
    return sinCos == null
        ? null
        : new BigComplex(sinCos[1].multiply(size, context), sinCos[0].multiply(size, context));
  }

  /** Returns the principal logarithm, or null for zero. */
  BigComplex ln(MathContext context) {
    return isZero() ? null : new BigComplex(BigReal.ln(abs(context), context), angle(context));
  }

  private BigDecimal angle(MathContext context) {
    if (real()) {
      return re.signum() > 0 ? BigDecimal.ZERO : BigReal.PI.round(context);
    }
    // 2 arctan(im / (|z| + re)) holds everywhere but on the negative axis
    BigDecimal below = abs(context).add(re, context);
    if (below.signum() == 0) {
      return BigReal.PI.round(context);
    }
    return BigReal.arctan(im.divide(below, context), context)
        .multiply(BigDecimal.valueOf(2), context);
  }

  BigComplex sqrt(MathContext context) {
    if (real()) {
      BigDecimal root = re.abs().sqrt(context);
      return re.signum() >= 0 ? of(root) : new BigComplex(BigDecimal.ZERO, root);
    }
    return power(of(new BigDecimal("0.5")), context);
  }

  /** Returns the principal power, or null if it has no value or is out of bounds. */
  BigComplex power(BigComplex exponent, MathContext context) {
    if (isZero()) {
      return exponent.re.signum() > 0 ? this : null;
    }
    boolean integer =
        exponent.real() && exponent.re.abs().compareTo(BigDecimal.valueOf(100_000)) < 0;
    integer = integer && exponent.re.stripTrailingZeros().scale() <= 0;
    if (integer) {
      return raised(exponent.re.intValueExact(), context);
    }
    BigComplex logarithm = ln(context);
    return logarithm.times(exponent, context).exp(context);
  }

  private BigComplex raised(int exponent, MathContext context) {
    BigComplex result = ONE;
    BigComplex square = this;
    for (int n = Math.abs(exponent); n > 0; n >>= 1) {
      result = (n & 1) == 1 ? result.times(square, context) : result;
      square = square.times(square, context);
    }
    return exponent < 0 ? ONE.over(result, context) : result;
  }
}
