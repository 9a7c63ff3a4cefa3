package raftlab.verify;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Sym;

/**
 * The value of an expression at one point: every variable has a value fixed by its name and the
 * point.
 */
final class Evaluation {

  private static final Complex NONE = new Complex(Double.NaN, 0);
  private static final Set<String> CONSTANTS = Set.of("pi", "e", "i", "infty");
  private static final int LONGEST_SUM = 2_000;

  /** From this point on every variable is a positive whole number. */
  static final int WHOLE_POINTS = 1_000;

  private static final double[] SIZES = {0.37, 1.9, 5.3, 0.06, 2.7, 13.1, 0.81, 3.6};

  private final int point;
  private final Budget budget;
  private String bound = "";
  private double boundValue;
  private boolean complexInside;
  private final Absorption absorption = new Absorption();

  Evaluation(int point, Budget budget) {
    this.point = point;
    this.budget = budget;
  }

  /** Returns whether a name has one value everywhere. */
  static boolean isConstant(String name) {
    return CONSTANTS.contains(name);
  }

  /** Returns the names of the variables of an expression, or null if it cannot be evaluated. */
  static SortedSet<String> variables(Node node) {
    SortedSet<String> names = new TreeSet<>();
    return collect(node, names) ? names : null;
  }

  /** Returns the names of the variables of a tree as far as it is an expression. */
  static SortedSet<String> names(Node node) {
    SortedSet<String> names = new TreeSet<>();
    collect(node, names);
    return names;
  }

  private static boolean collect(Node node, SortedSet<String> names) {
    if (node instanceof Sym sym) {
      if (!CONSTANTS.contains(sym.name())) {
        names.add(sym.name());
      }
      return !sym.name().equals("infty");
    }
    if (node instanceof Op op) {
      if (op.name().startsWith("call")) {
        names.add(op.name());
      }
      return op.args().stream().allMatch(arg -> collect(arg, names));
    }
    return node instanceof Num;
  }

  /** Returns whether some part of what was evaluated was not a real number. */
  boolean complexInside() {
    return complexInside;
  }

  /** What was lost of the parts of all that was evaluated. */
  Absorption absorption() {
    return absorption;
  }

  Complex of(Node node) {
    Complex value = computed(node);
    complexInside |= !value.real();
    return value;
  }

  private Complex computed(Node node) {
    budget.spend(2);
    if (node instanceof Num num) {
      return Complex.of(num.numeral().value().toDouble());
    }
    if (node instanceof Sym sym) {
      return symbol(sym.name());
    }
    return node instanceof Op op ? operation(op) : NONE;
  }

  private Complex symbol(String name) {
    return switch (name) {
      case "pi" -> Complex.of(Math.PI);
      case "e" -> Complex.of(Math.E);
      case "i" -> new Complex(0, 1);
      case "infty" -> NONE;
      default -> Complex.of(name.equals(bound) ? boundValue : variable(name));
    };
  }

  /** Positive and negative, small and large, never a round number. */
  double variable(String name) {
    if (point >= WHOLE_POINTS) {
      return 1 + Math.floorMod(name.hashCode() * 7 + point * 5, 23) + (point - WHOLE_POINTS) / 8;
    }
    long mixed =
        (name.hashCode() * 0x9E3779B97F4A7C15L + point * 0xD1B54A32D192ED03L) ^ 0x5DEECE66DL;
    mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
    double unit = ((mixed >>> 11) & 0xFFFFF) / (double) 0x100000;
    double size = SIZES[point % SIZES.length] * (0.6 + unit);
    return (mixed & 1024) == 0 || point % 4 == 0 ? size : -size;
  }

  private Complex operation(Op op) {
    List<Node> args = op.args();
    if (op.name().equals("sum") || op.name().equals("prod")) {
      return series(op);
    }
    Complex a = of(args.get(0));
    Complex b = args.size() > 1 ? of(args.get(1)) : NONE;
    if (Character.isLetter(op.name().charAt(0)) || op.name().equals("^")) {
      budget.spend(4);
    }
    return switch (op.name()) {
      case "+" -> {
        Complex sum = a;
        for (Node arg : args.subList(1, args.size())) {
          Complex term = of(arg);
          absorption.added(sum, term);
          sum = sum.plus(term);
        }
        yield sum;
      }
      case "*" -> a.times(b);
      case "neg" -> a.negate();
      case "/", "frac" -> a.over(b);
      case "^" -> {
        Complex power = power(a, b, args.get(1));
        absorption.raised(a, b, power);
        yield power;
      }
      case "root" ->
          a.real() && a.re() < 0 && b.re() % 2 == 1
              ? Complex.of(-Math.pow(-a.re(), 1 / b.re()))
              : a.power(Complex.of(1).over(b));
      case "logb" -> a.log().over(b.log());
      default -> args.size() == 1 ? function(op.name(), a) : binary(op, a, b);
    };
  }

  private Complex function(String name, Complex a) {
    if (!name.equals("sqrt") && !name.equals("abs")) {
      absorption.applied(a);
    }
    return ElementaryFunctions.of(name, a);
  }

  private Complex binary(Op op, Complex a, Complex b) {
    Rational exact = Exact.value(op, budget);
    if (exact != null) {
      return Complex.of(exact.toDouble());
    }
    return switch (op.name()) {
      case "max" -> Complex.of(Math.max(a.re(), b.re()));
      case "min" -> Complex.of(Math.min(a.re(), b.re()));
      case "binom" ->
          Complex.of(
              Math.exp(
                  Gamma.log(a.re() + 1) - Gamma.log(b.re() + 1) - Gamma.log(a.re() - b.re() + 1)));
      default -> op.name().startsWith("call") ? called(op, a.times(Complex.of(3)).plus(b)) : NONE;
    };
  }

  private Complex called(Op op, Complex a) {
    return a.times(Complex.of(variable(op.name()))).plus(Complex.of(1)).sin();
  }

  /** An odd root of a negative number is the real one. */
  private Complex power(Complex a, Complex b, Node exponent) {
    if (a.im() == 0 && a.re() < 0 && b.im() == 0 && b.re() != Math.rint(b.re())) {
      Rational exact = Exact.value(exponent, budget);
      if (exact != null && exact.den().testBit(0)) {
        double size = Math.pow(-a.re(), b.re());
        return Complex.of(exact.num().testBit(0) ? -size : size);
      }
    }
    return a.power(b);
  }

  private Complex series(Op op) {
    Complex from = of(op.args().get(1));
    Complex to = of(op.args().get(2));
    boolean finite =
        from.finite()
            && to.finite()
            && from.re() == Math.rint(from.re())
            && to.re() == Math.rint(to.re());
    if (!finite || !bound.isEmpty() || !(op.args().get(0) instanceof Sym index)) {
      return NONE;
    }
    if (to.re() - from.re() > LONGEST_SUM) {
      throw new Budget.Exceeded(LONGEST_SUM + " terms of a sum");
    }
    bound = index.name();
    Complex total = Complex.of(op.name().equals("sum") ? 0 : 1);
    for (double k = from.re(); k <= to.re(); k++) {
      boundValue = k;
      Complex term = of(op.args().get(3));
      total = op.name().equals("sum") ? total.plus(term) : total.times(term);
    }
    bound = "";
    return total;
  }
}
