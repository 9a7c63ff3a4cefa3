package raftlab.verify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Sym;

/**
 * The value of an expression at the same points as {@link Evaluation}, to many digits. It knows the
 * elementary functions; whatever else has no value here.
 */
final class PreciseEvaluation {

  /** Steps for each digit of a real function, and of a square root; a complex one takes twice. */
  private static final int STEPS = 25;

  private static final int CHEAP = 3;
  private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);
  private static final BigDecimal NEAR_WHOLE = new BigDecimal("1e-20");

  private final Evaluation points;
  private final MathContext context;
  private final Budget budget;

  PreciseEvaluation(int point, int digits, Budget budget) {
    this.points = new Evaluation(point, budget);
    this.context = new MathContext(digits, RoundingMode.HALF_EVEN);
    this.budget = budget;
  }

  /** Returns the value, or null if it has none that can be computed here. */
  BigComplex of(Node node) {
    budget.spend(24);
    if (node instanceof Num num) {
      budget.spend(num.numeral().value().words());
      return BigComplex.of(num.numeral().value(), context);
    }
    if (node instanceof Sym sym) {
      return symbol(sym.name());
    }
    if (!(node instanceof Op op) || op.name().equals("sum") || op.name().equals("prod")) {
      return null;
    }
    Rational exact = Exact.value(node, budget);
    if (exact != null) {
      return BigComplex.of(exact, context);
    }
    List<BigComplex> args = new ArrayList<>();
    for (Node arg : op.args()) {
      BigComplex value = of(arg);
      if (value == null) {
        return null;
      }
      args.add(value);
    }
    return apply(op, args);
  }

  private void charge(int steps, BigComplex argument) {
    budget.spend(steps * context.getPrecision() * (argument.real() ? 1 : 2));
  }

  private BigComplex symbol(String name) {
    return switch (name) {
      case "pi" -> BigComplex.of(BigReal.PI.round(context));
      case "e" -> {
        charge(STEPS, BigComplex.ONE);
        yield BigComplex.ONE.exp(context);
      }
      case "i" -> new BigComplex(BigDecimal.ZERO, BigDecimal.ONE);
      case "infty" -> null;
      default -> BigComplex.of(new BigDecimal(points.variable(name)));
    };
  }

  private BigComplex apply(Op op, List<BigComplex> args) {
    BigComplex a = args.get(0);
    BigComplex b = args.size() > 1 ? args.get(1) : null;
    return switch (op.name()) {
      case "+" -> {
        BigComplex sum = a;
        for (BigComplex arg : args.subList(1, args.size())) {
          sum = sum.plus(arg, context);
        }
        yield sum;
      }
      case "*" -> a.times(b, context);
      case "neg" -> a.negate();
      case "/", "frac" -> a.over(b, context);
      case "^" -> power(a, b, op.args().get(1));
      default -> args.size() > 2 ? null : transcendental(op, a, b);
    };
  }

  private BigComplex transcendental(Op op, BigComplex a, BigComplex b) {
    charge(op.name().equals("sqrt") && a.real() ? CHEAP : STEPS, a);
    return switch (op.name()) {
      case "sqrt" -> a.sqrt(context);
      case "root" -> root(a, b);
      case "exp" -> a.exp(context);
      case "ln", "log" -> a.ln(context);
      case "log10" -> quotient(a.ln(context), BigComplex.of(BigDecimal.TEN).ln(context));
      case "logb" -> quotient(a.ln(context), b.ln(context));
      case "deg" -> a.times(BigComplex.of(BigReal.PI.divide(HALF_TURN, context)), context);
      case "abs" -> BigComplex.of(a.abs(context));
      default -> b == null && a.real() ? trigonometric(op.name(), a.re()) : null;
    };
  }

  private BigComplex quotient(BigComplex a, BigComplex b) {
    return a == null || b == null ? null : a.over(b, context);
  }

  /** As in {@link Evaluation}, an odd root of a negative number is the real one. */
  private BigComplex power(BigComplex a, BigComplex b, Node exponent) {
    boolean small = b.real() && b.re().abs().compareTo(HALF_TURN) < 0 && whole(b.re());
    charge(small ? CHEAP : 2 * STEPS, a.real() ? b : a);
    boolean negative = a.real() && a.re().signum() < 0 && b.real();
    Rational exact = negative ? Exact.value(exponent, budget) : null;
    if (exact == null || exact.isInteger() || !exact.den().testBit(0)) {
      return a.power(b, context);
    }
    BigComplex size = a.negate().power(b, context);
    return size == null || !exact.num().testBit(0) ? size : size.negate();
  }

  private static boolean whole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  private BigComplex root(BigComplex a, BigComplex order) {
    charge(STEPS, a);
    BigComplex exponent = BigComplex.ONE.over(order, context);
    if (exponent == null) {
      return null;
    }
    boolean odd =
        a.real()
            && a.re().signum() < 0
            && order.real()
            && order.re().remainder(BigDecimal.valueOf(2)).abs().compareTo(BigDecimal.ONE) == 0;
    if (!odd) {
      return a.power(exponent, context);
    }
    BigComplex size = a.negate().power(exponent, context);
    return size == null ? null : size.negate();
  }

  private BigComplex trigonometric(String name, BigDecimal x) {
    BigDecimal value =
        switch (name) {
          case "sin", "cos", "tan", "cot", "sec", "csc" -> circular(name, x);
          case "arctan" -> BigReal.arctan(x, context);
          case "arccot" -> halfPi().subtract(BigReal.arctan(x, context), context);
          case "arcsin" -> arcsin(x);
          case "arccos" -> {
            BigDecimal sine = arcsin(x);
            yield sine == null ? null : halfPi().subtract(sine, context);
          }
          case "floor", "ceil" -> rounded(name, x);
          default -> null;
        };
    return value == null ? null : BigComplex.of(value);
  }

  /** The whole number below or above, unless the value may be one itself. */
  private static BigDecimal rounded(String name, BigDecimal x) {
    BigDecimal near = x.setScale(0, RoundingMode.HALF_EVEN);
    boolean doubtful = near.subtract(x).abs().compareTo(NEAR_WHOLE) < 0;
    return doubtful
        ? null
        : x.setScale(0, name.equals("floor") ? RoundingMode.FLOOR : RoundingMode.CEILING);
  }

  private BigDecimal halfPi() {
    return BigReal.PI.divide(BigDecimal.valueOf(2), context);
  }

  private BigDecimal circular(String name, BigDecimal x) {
    BigDecimal[] sinCos = BigReal.sinCos(x, context);
    if (sinCos == null) {
      return null;
    }
    BigDecimal sin = sinCos[0];
    BigDecimal cos = sinCos[1];
    return switch (name) {
      case "sin" -> sin;
      case "cos" -> cos;
      case "tan" -> ratio(sin, cos);
      case "cot" -> ratio(cos, sin);
      case "sec" -> ratio(BigDecimal.ONE, cos);
      default -> ratio(BigDecimal.ONE, sin);
    };
  }

  private BigDecimal ratio(BigDecimal a, BigDecimal b) {
    return b.signum() == 0 ? null : a.divide(b, context);
  }

  /** arcsin x = arctan(x / sqrt(1 - x²)). */
  private BigDecimal arcsin(BigDecimal x) {
    BigDecimal rest = BigDecimal.ONE.subtract(x.multiply(x, context), context);
    if (rest.signum() < 0) {
      return null;
    }
    if (rest.signum() == 0) {
      return x.signum() > 0 ? halfPi() : halfPi().negate();
    }
    return BigReal.arctan(x.divide(rest.sqrt(context), context), context);
  }
}
