package raftlab.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The prime factors of a number that has only small ones, or one large. */
record Primes(List<Power> powers) {

  /** A prime and how often it divides. */
  record Power(BigInteger prime, int exponent) {}

  private static final int TRIAL = 2_000;

  /** Bits of a number that is tested for being prime; the test grows with the cube of them. */
  private static final int LARGEST = 96;

  Primes {
    powers = List.copyOf(powers);
  }

  /** Returns the factors, or null if they are not found within the trial divisors. */
  static Primes of(BigInteger number, Budget budget) {
    List<Power> powers = new ArrayList<>();
    BigInteger rest = number;
    if (rest.signum() == 0) {
      return new Primes(List.of(new Power(BigInteger.ZERO, 2)));
    }
    for (int p = 2; p < TRIAL && rest.bitLength() >= Long.SIZE; p += p == 2 ? 1 : 2) {
      BigInteger prime = BigInteger.valueOf(p);
      int exponent = 0;
      for (BigInteger[] d = rest.divideAndRemainder(prime);
          d[1].signum() == 0;
          d = rest.divideAndRemainder(prime)) {
        rest = d[0];
        exponent++;
      }
      budget.spend(2 + rest.bitLength() / 64);
      if (exponent > 0) {
        powers.add(new Power(prime, exponent));
      }
    }
    if (rest.bitLength() < Long.SIZE) {
      rest = BigInteger.valueOf(small(rest.longValue(), powers, budget));
    }
    if (rest.bitLength() > 1) {
      if (rest.bitLength() > 22 && !prime(rest, budget)) {
        return null;
      }
      powers.add(new Power(rest, 1));
    }
    return new Primes(powers);
  }

  /** The same for what fits a machine word; returns what is left. */
  private static long small(long number, List<Power> powers, Budget budget) {
    long rest = number;
    for (int p = 2; p < TRIAL && rest > 1; p += p == 2 ? 1 : 2) {
      int exponent = 0;
      for (; rest % p == 0; rest /= p) {
        exponent++;
      }
      if (exponent > 0) {
        powers.add(new Power(BigInteger.valueOf(p), exponent));
      }
      if ((long) p * p > rest) {
        break;
      }
    }
    budget.spend(100);
    return rest;
  }

  private static boolean prime(BigInteger number, Budget budget) {
    budget.spend(1_000);
    return number.bitLength() <= LARGEST && number.isProbablePrime(30);
  }
}
