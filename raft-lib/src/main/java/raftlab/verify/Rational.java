package raftlab.verify;

import java.math.BigInteger;

/** An exact fraction in lowest terms with a positive denominator. Immutable. */
record Rational(BigInteger num, BigInteger den) {

  static final Rational ZERO = of(0);
  static final Rational ONE = of(1);

  /** Makes a fraction; the denominator must not be zero. */
  static Rational of(BigInteger num, BigInteger den) {
    if (den.signum() == 0) {
      throw new ArithmeticException("a fraction with denominator zero");
    }
    bounded(num);
    bounded(den);
    if (den.equals(BigInteger.ONE)) {
      return new Rational(num, den);
    }
    BigInteger gcd = num.gcd(den);
    if (den.signum() < 0) {
      gcd = gcd.negate();
    }
    return new Rational(num.divide(gcd), den.divide(gcd));
  }

  static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  static Rational of(BigInteger value) {
    return new Rational(bounded(value), BigInteger.ONE);
  }

  private static BigInteger bounded(BigInteger value) {
    Budget.atMost(value.bitLength(), 4 * Budget.INTEGER_BITS, "bits of an integer");
    return value;
  }

  Rational plus(Rational that) {
    return of(num.multiply(that.den).add(that.num.multiply(den)), den.multiply(that.den));
  }

  Rational minus(Rational that) {
    return plus(that.negate());
  }

  Rational times(Rational that) {
    return of(num.multiply(that.num), den.multiply(that.den));
  }

  Rational over(Rational that) {
    return of(num.multiply(that.den), den.multiply(that.num));
  }

  Rational negate() {
    return new Rational(num.negate(), den);
  }

  Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /** Returns the power; the caller has bounded the size of the result. */
  Rational power(int exponent) {
    return exponent >= 0
        ? new Rational(num.pow(exponent), den.pow(exponent))
        : of(den.pow(-exponent), num.pow(-exponent));
  }

  /** The length in words of 32 bits, numerator and denominator together. */
  int words() {
    return (num.bitLength() + den.bitLength()) / 32;
  }

  /**
   * Evaluation steps that an operation on two numbers takes; a greatest divisor is the dear part.
   */
  static int cost(Rational a, Rational b) {
    int words = a.words() + b.words();
    return a.isInteger() && b.isInteger() ? words : words * words * 2 / 3;
  }

  int signum() {
    return num.signum();
  }

  boolean isZero() {
    return num.signum() == 0;
  }

  boolean isInteger() {
    return den.equals(BigInteger.ONE);
  }

  boolean isOne() {
    return num.equals(BigInteger.ONE) && isInteger();
  }

  int compareTo(Rational that) {
    return num.multiply(that.den).compareTo(that.num.multiply(den));
  }

  double toDouble() {
    int shift = Math.max(num.bitLength(), den.bitLength()) - 900;
    if (shift <= 0) {
      return num.doubleValue() / den.doubleValue();
    }
    int down = num.bitLength() - 64;
    int below = den.bitLength() - 64;
    double top = down > 0 ? num.shiftRight(down).doubleValue() : num.doubleValue();
    double bottom = below > 0 ? den.shiftRight(below).doubleValue() : den.doubleValue();
    return Math.scalb(top / bottom, Math.max(0, down) - Math.max(0, below));
  }

  @Override
  public String toString() {
    return isInteger() ? num.toString() : num + "/" + den;
  }
}
