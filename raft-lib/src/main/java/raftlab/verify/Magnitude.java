package raftlab.verify;

import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;

/**
 * The size of a number too large to form, as how often the natural logarithm was taken and what is
 * left: {@code 7^{8^9}} has level 1 and about 2.6e8.
 */
record Magnitude(int level, double rest) {

  private static final double LARGE = 1e300;

  /**
   * Returns the size of a positive expression without variables, or null if it is not a plain
   * tower.
   */
  static Magnitude of(Node node, Budget budget) {
    budget.spend(4);
    if (node instanceof Num num) {
      double value = num.numeral().value().toDouble();
      return value > 0 && value < LARGE ? new Magnitude(0, value) : null;
    }
    if (!(node instanceof Op op)) {
      return null;
    }
    return switch (op.name()) {
      case "^" -> power(of(op.args().get(0), budget), of(op.args().get(1), budget));
      case "fact" -> factorial(of(op.args().get(0), budget));
      default -> null;
    };
  }

  private static Magnitude power(Magnitude base, Magnitude exponent) {
    if (base == null || exponent == null || base.level > 0 || base.rest <= 1.0001) {
      return null;
    }
    if (exponent.level == 0) {
      return lifted(new Magnitude(0, exponent.rest * Math.log(base.rest)));
    }
    // ln ln (b^x) = ln x + ln ln b
    double inner =
        exponent.level == 1 ? exponent.rest + Math.log(Math.log(base.rest)) : exponent.rest;
    return new Magnitude(exponent.level + 1, inner);
  }

  private static Magnitude factorial(Magnitude n) {
    if (n == null) {
      return null;
    }
    if (n.level == 0) {
      return n.rest < 20
          ? new Magnitude(0, Math.exp(Gamma.log(n.rest + 1)))
          : lifted(new Magnitude(0, Gamma.log(n.rest + 1)));
    }
    double inner = n.level == 1 ? n.rest + Math.log(Math.max(1, n.rest - 1)) : n.rest;
    return new Magnitude(n.level + 1, inner);
  }

  private static Magnitude lifted(Magnitude logarithm) {
    return logarithm.rest < 600
        ? new Magnitude(0, Math.exp(logarithm.rest))
        : new Magnitude(1, logarithm.rest);
  }

  /** Returns whether the two sizes are certainly different. */
  boolean differs(Magnitude that) {
    return level != that.level
        || Math.abs(rest - that.rest) > 1e-6 * Math.max(Math.abs(rest), Math.abs(that.rest));
  }
}
