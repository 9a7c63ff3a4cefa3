package raftlab.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Sym;

/**
 * Brings an expression to a quotient of two polynomials over the integers. Square roots of numbers
 * and logarithms of numbers are split into those of primes; every other function becomes an atom
 * named by the canonical form of its arguments.
 */
final class Canonical {

  /** A quotient; the denominator is not zero. */
  record Quotient(Poly num, Poly den) {

    @Override
    public String toString() {
      return num + "/" + den;
    }
  }

  private static final Poly ONE = Poly.of(Rational.ONE);

  private final Budget budget;

  Canonical(Budget budget) {
    this.budget = budget;
  }

  /** Returns the form, or null for what has none: an infinite value, a division by zero. */
  Quotient of(Node node) {
    budget.spend(4);
    if (node instanceof Num num) {
      return constant(num.numeral().value());
    }
    if (node instanceof Sym sym) {
      return sym.name().equals("infty") ? null : whole(Poly.atom(sym.name()));
    }
    return node instanceof Op op ? operation(op) : null;
  }

  private Quotient operation(Op op) {
    List<Node> args = op.args();
    return switch (op.name()) {
      case "+" -> sum(args);
      case "*" -> product(of(args.get(0)), of(args.get(1)));
      case "neg" -> negated(of(args.get(0)));
      case "/", "frac" -> quotient(of(args.get(0)), of(args.get(1)));
      case "^" -> power(of(args.get(0)), args.get(1), op);
      case "sqrt" -> root(of(args.get(0)), op);
      case "ln", "log", "log10", "logb" -> new Logarithms(this, budget).of(op);
      case "deg" ->
          product(of(args.get(0)), quotient(whole(Poly.atom("pi")), constant(Rational.of(180))));
      default -> function(op);
    };
  }

  Quotient constant(Rational value) {
    return whole(Poly.of(value));
  }

  Quotient whole(Poly poly) {
    return new Quotient(poly, ONE);
  }

  private Quotient sum(List<Node> args) {
    Quotient sum = constant(Rational.ZERO);
    List<Poly> whole = new ArrayList<>();
    for (Node arg : args) {
      Quotient next = of(arg);
      if (next == null) {
        return null;
      }
      if (next.den().equals(ONE)) {
        whole.add(next.num());
      } else {
        sum = plus(sum, next);
      }
    }
    return plus(sum, whole(Poly.sum(whole, budget)));
  }

  Quotient plus(Quotient a, Quotient b) {
    if (a.den().equals(b.den())) {
      return new Quotient(a.num().plus(b.num(), budget), a.den());
    }
    Poly num = a.num().times(b.den(), budget).plus(b.num().times(a.den(), budget), budget);
    return new Quotient(num, a.den().times(b.den(), budget));
  }

  Quotient product(Quotient a, Quotient b) {
    return a == null || b == null
        ? null
        : new Quotient(a.num().times(b.num(), budget), a.den().times(b.den(), budget));
  }

  private static Quotient negated(Quotient a) {
    return a == null ? null : new Quotient(a.num().negate(), a.den());
  }

  Quotient quotient(Quotient a, Quotient b) {
    if (a == null || b == null || b.num().isZero()) {
      return null;
    }
    Poly num = a.num().times(b.den(), budget);
    Poly den = a.den().times(b.num(), budget);
    Rational divisor = den.constant();
    return divisor == null ? new Quotient(num, den) : whole(num.times(Rational.ONE.over(divisor)));
  }

  private Quotient power(Quotient base, Node exponent, Op op) {
    Rational n = Exact.value(exponent, budget);
    if (base == null || n == null) {
      return base == null ? null : function(op);
    }
    if (!n.isInteger()) {
      return n.equals(Rational.of(BigInteger.ONE, BigInteger.TWO)) ? root(base, op) : function(op);
    }
    Rational constant = value(base);
    if (constant != null) {
      Rational power = Exact.power(constant, n);
      return power == null ? function(op) : constant(power);
    }
    if (n.num().bitLength() > 9) {
      return function(op);
    }
    int k = Math.abs(n.num().intValue());
    Quotient raised = new Quotient(raised(base.num(), k), raised(base.den(), k));
    return n.signum() < 0 ? quotient(constant(Rational.ONE), raised) : raised;
  }

  private Poly raised(Poly base, int exponent) {
    Budget.atMost(exponent, Budget.DEGREE, "degrees");
    Poly result = ONE;
    for (int k = 0; k < exponent; k++) {
      result = result.times(base, budget);
    }
    return result;
  }

  /** The constant a form stands for, or null. */
  static Rational value(Quotient form) {
    Rational num = form == null ? null : form.num().constant();
    Rational den = num == null ? null : form.den().constant();
    return den == null || den.isZero() ? null : num.over(den);
  }

  /** The square root of a rational number, split into roots of primes. */
  private Quotient root(Quotient radicand, Op op) {
    Rational value = value(radicand);
    if (value == null) {
      return radicand == null ? null : function(op);
    }
    BigInteger number = value.num().multiply(value.den());
    Primes primes = Primes.of(number.abs(), budget);
    if (primes == null) {
      return function(op);
    }
    Poly root = Poly.of(Rational.of(BigInteger.ONE, value.den()));
    for (Primes.Power power : primes.powers()) {
      root = root.times(Rational.of(power.prime().pow(power.exponent() / 2)));
      root = power.exponent() % 2 == 0 ? root : root.times(Poly.root(power.prime()), budget);
    }
    return whole(number.signum() < 0 ? root.times(Poly.atom("i"), budget) : root);
  }

  Quotient function(Op op) {
    Rational exact = Exact.value(op, budget);
    if (exact != null) {
      return constant(exact);
    }
    StringBuilder name = new StringBuilder(op.name()).append('(');
    for (Node arg : op.args()) {
      Quotient form = of(arg);
      if (form == null) {
        return null;
      }
      Rational scale =
          form.den().isZero()
              ? null
              : Rational.ONE.over(form.den().terms().values().iterator().next());
      name.append(
          scale == null ? form : new Quotient(form.num().times(scale), form.den().times(scale)));
      name.append(';');
      Budget.atMost(name.length(), 4_000, "characters in a function's name");
    }
    return whole(Poly.atom(name.append(')').toString()));
  }
}
