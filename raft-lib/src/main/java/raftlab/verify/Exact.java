package raftlab.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;

/** The exact rational value of an expression, where it has one of bounded size. */
final class Exact {

  private static final int LARGEST_FACTORIAL = 450;
  private static final int LARGEST_CHOICE = 400;

  private Exact() {}

  /** Returns the value, or null if it has none, is not known exactly, or is too large to form. */
  static Rational value(Node node, Budget budget) {
    budget.spend(2);
    if (node instanceof Num num) {
      return num.numeral().value();
    }
    if (!(node instanceof Op op)
        || op.name().startsWith("call")
        || op.name().equals("sum")
        || op.name().equals("prod")) {
      return null;
    }
    List<Rational> args = new ArrayList<>();
    for (Node arg : op.args()) {
      Rational value = value(arg, budget);
      if (value == null) {
        return null;
      }
      args.add(value);
    }
    charge(op.name(), args, budget);
    return apply(op.name(), args);
  }

  /** Counts the work of an operation before it is done. */
  private static void charge(String name, List<Rational> args, Budget budget) {
    Rational sum = args.get(0);
    int work = 0;
    for (Rational arg : args.subList(1, args.size())) {
      work += Rational.cost(sum, arg);
    }
    switch (name) {
      case "fact" -> work += 2 * LARGEST_FACTORIAL;
      case "binom" -> work += 4 * LARGEST_CHOICE;
      case "sqrt", "root" -> work += 20 + sum.words() * sum.words();
      case "^" -> work += Budget.INTEGER_BITS / 8;
      case "gcd", "lcm" -> work *= 4;
      default -> work += 1;
    }
    budget.spend(work);
  }

  private static Rational apply(String name, List<Rational> args) {
    Rational a = args.get(0);
    return switch (name) {
      case "+" -> args.stream().reduce(Rational.ZERO, Rational::plus);
      case "*" -> a.times(args.get(1));
      case "neg" -> a.negate();
      case "/", "frac" -> args.get(1).isZero() ? null : a.over(args.get(1));
      case "^" -> power(a, args.get(1));
      case "fact" -> factorial(a);
      case "binom" -> binomial(a, args.get(1));
      case "abs" -> a.abs();
      case "floor" -> Rational.of(floor(a));
      case "ceil" -> Rational.of(floor(a.negate()).negate());
      case "sqrt" -> root(a, 2);
      case "root" ->
          args.get(1).isInteger() && args.get(1).num().bitLength() < 5
              ? root(a, args.get(1).num().intValue())
              : null;
      case "gcd", "lcm" -> divisors(name, args);
      case "max" -> args.stream().reduce(a, (x, y) -> x.compareTo(y) >= 0 ? x : y);
      case "min" -> args.stream().reduce(a, (x, y) -> x.compareTo(y) <= 0 ? x : y);
      default -> null;
    };
  }

  /** Returns the power if exponent and result are of bounded size, else null. */
  static Rational power(Rational base, Rational exponent) {
    if (!exponent.isInteger()) {
      boolean half = exponent.den().equals(BigInteger.TWO);
      Rational root = half ? root(base, 2) : null;
      return root == null ? null : power(root, Rational.of(exponent.num()));
    }
    if ((base.isZero() && exponent.signum() <= 0) || exponent.num().bitLength() > 16) {
      return base.isOne() ? base : null;
    }
    int n = exponent.num().intValue();
    long bits = (long) Math.abs(n) * Math.max(base.num().bitLength(), base.den().bitLength());
    return bits > Budget.INTEGER_BITS ? null : base.power(n);
  }

  private static Rational factorial(Rational n) {
    if (!n.isInteger()
        || n.signum() < 0
        || n.num().bitLength() > 10
        || n.num().intValue() > LARGEST_FACTORIAL) {
      return null;
    }
    BigInteger product = BigInteger.ONE;
    for (int k = 2; k <= n.num().intValue(); k++) {
      product = product.multiply(BigInteger.valueOf(k));
    }
    return Rational.of(product);
  }

  private static Rational binomial(Rational n, Rational k) {
    boolean usable =
        n.isInteger()
            && k.isInteger()
            && n.signum() >= 0
            && k.signum() >= 0
            && n.num().bitLength() <= 20;
    if (!usable || k.compareTo(n) > 0) {
      return usable ? Rational.ZERO : null;
    }
    int size = n.num().intValue();
    int choose = Math.min(k.num().intValue(), size - k.num().intValue());
    if (choose > LARGEST_CHOICE) {
      return null;
    }
    BigInteger product = BigInteger.ONE;
    for (int j = 1; j <= choose; j++) {
      product =
          product.multiply(BigInteger.valueOf(size - choose + j)).divide(BigInteger.valueOf(j));
    }
    return product.bitLength() > Budget.INTEGER_BITS ? null : Rational.of(product);
  }

  private static BigInteger floor(Rational a) {
    BigInteger[] parts = a.num().divideAndRemainder(a.den());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** Returns the exact root of a perfect power, else null. */
  private static Rational root(Rational a, int order) {
    if (order < 2 || (a.signum() < 0 && order % 2 == 0)) {
      return null;
    }
    BigInteger num = root(a.num().abs(), order);
    BigInteger den = num == null ? null : root(a.den(), order);
    return den == null ? null : Rational.of(a.signum() < 0 ? num.negate() : num, den);
  }

  /** Newton's method from above on integers; null if the value is no perfect power. */
  private static BigInteger root(BigInteger value, int order) {
    if (order == 2) {
      BigInteger[] root = value.sqrtAndRemainder();
      return root[1].signum() == 0 ? root[0] : null;
    }
    if (value.signum() == 0) {
      return value;
    }
    BigInteger less = BigInteger.valueOf(order - 1L);
    BigInteger root = BigInteger.ONE.shiftLeft(value.bitLength() / order + 1);
    while (true) {
      BigInteger next =
          root.multiply(less)
              .add(value.divide(root.pow(order - 1)))
              .divide(BigInteger.valueOf(order));
      if (next.compareTo(root) >= 0) {
        return root.pow(order).equals(value) ? root : null;
      }
      root = next;
    }
  }

  private static Rational divisors(String name, List<Rational> args) {
    BigInteger result = args.get(0).num();
    for (Rational arg : args) {
      if (!arg.isInteger() || arg.isZero()) {
        return null;
      }
      BigInteger gcd = result.gcd(arg.num());
      result = name.equals("gcd") ? gcd : result.divide(gcd).multiply(arg.num()).abs();
    }
    return Rational.of(result.abs());
  }
}
