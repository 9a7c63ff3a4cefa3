package raftlab.verify;

import java.math.BigInteger;
import java.util.List;
import raftlab.verify.Canonical.Quotient;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Sym;

/** Splits logarithms of positive rational numbers into natural logarithms of primes. */
final class Logarithms {

  private final Canonical canonical;
  private final Budget budget;

  Logarithms(Canonical canonical, Budget budget) {
    this.canonical = canonical;
    this.budget = budget;
  }

  Quotient of(Op op) {
    List<Node> args = op.args();
    return switch (op.name()) {
      case "ln" -> natural(args.get(0));
      case "logb" -> canonical.quotient(natural(args.get(0)), natural(args.get(1)));
      case "log10" -> canonical.quotient(natural(args.get(0)), number(BigInteger.TEN));
      default -> canonical.function(op);
    };
  }

  private Quotient natural(Node arg) {
    if (arg instanceof Sym sym && sym.name().equals("e")) {
      return canonical.constant(Rational.ONE);
    }
    Rational value = Exact.value(arg, budget);
    Quotient num = value == null || value.signum() <= 0 ? null : number(value.num());
    Quotient den = num == null ? null : number(value.den());
    if (den == null) {
      return canonical.function(Op.of("ln", arg));
    }
    return canonical.plus(num, new Quotient(den.num().negate(), den.den()));
  }

  private Quotient number(BigInteger value) {
    Primes primes = Primes.of(value, budget);
    if (primes == null) {
      return null;
    }
    Poly sum = Poly.of(Rational.ZERO);
    for (Primes.Power power : primes.powers()) {
      Poly atom = Poly.atom("ln(" + power.prime() + ")");
      sum = sum.plus(atom.times(Rational.of(power.exponent())), budget);
    }
    return canonical.whole(sum);
  }
}
