package raftlab.verify;

import java.util.SortedSet;
import raftlab.verify.Canonical.Quotient;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;

/** Compares two numbers or expressions: exactly, then by one form, then at points. */
final class ExpressionComparison {

  private static final double FAR = 1e-9;
  private static final int ENOUGH = 3;

  private final Rules rules;
  private final Budget budget;

  ExpressionComparison(Rules rules, Budget budget) {
    this.rules = rules;
    this.budget = budget;
  }

  Judgement compare(Node gold, Node answer) {
    if (gold.equals(answer)) {
      return Judgement.equal(Method.CANONICAL, true, "Both are the same expression.");
    }
    Rational left = Exact.value(gold, budget);
    Rational right = Exact.value(answer, budget);
    if (left != null && right != null) {
      budget.spend(decimal(gold) || decimal(answer) ? 40 : 2);
      return NumberComparison.compare(shown(gold, left), shown(answer, right), rules.tolerance());
    }
    Judgement tower = magnitudes(gold, answer);
    if (tower != null) {
      return tower;
    }
    SortedSet<String> goldNames = Evaluation.variables(gold);
    SortedSet<String> answerNames = Evaluation.variables(answer);
    if (goldNames == null || answerNames == null) {
      return Judgement.different(Method.KIND, true, "One of the two is infinite or has no value.");
    }
    boolean approximate =
        goldNames.isEmpty() && answerNames.isEmpty() && (decimal(gold) || decimal(answer));
    return approximate ? approximate(gold, answer) : symbolic(gold, answer);
  }

  private static Numeral shown(Node node, Rational value) {
    Node inner = node instanceof Op op && op.name().equals("neg") ? op.args().get(0) : node;
    if (inner instanceof Num num) {
      return new Numeral(value, num.numeral().scale(), num.numeral().digits());
    }
    return decimal(node) ? new Numeral(value, 0, 0) : Numeral.exact(value);
  }

  private static boolean decimal(Node node) {
    if (node instanceof Num num) {
      return num.numeral().decimal();
    }
    return node instanceof Op op && op.args().stream().anyMatch(ExpressionComparison::decimal);
  }

  private Judgement magnitudes(Node gold, Node answer) {
    Magnitude left = Magnitude.of(gold, budget);
    Magnitude right = left == null ? null : Magnitude.of(answer, budget);
    if (right == null || left.level() + right.level() == 0) {
      return null;
    }
    return left.differs(right)
        ? Judgement.different(Method.MAGNITUDE, true, "The two numbers are of different size.")
        : Judgement.unknown("The two numbers are too large to be told apart.");
  }

  /** A decimal against something else: by value, within the tolerance. */
  private Judgement approximate(Node gold, Node answer) {
    Complex left = new Evaluation(0, budget).of(gold);
    Complex right = new Evaluation(0, budget).of(answer);
    if (!left.finite() || !right.finite()) {
      return Judgement.unknown("A value could not be computed.");
    }
    Judgement real = part(gold, answer, left.re(), right.re(), left.real() || right.real());
    boolean imaginary =
        Math.abs(left.im() - right.im())
            <= 1e-6 * Math.max(1e-9, Math.max(left.abs(), right.abs()));
    return real.isEqual() && !imaginary
        ? Judgement.different(Method.SAMPLING, false, "The values are not the same.")
        : real;
  }

  private Judgement part(Node gold, Node answer, double left, double right, boolean real) {
    Numeral a = numeral(gold, left);
    Numeral b = numeral(answer, right);
    Judgement judged =
        NumberComparison.compare(a, b, real ? rules.tolerance() : Tolerance.parse("rel=1e-6"));
    return judged.isEqual()
        ? Judgement.equal(
            Method.SAMPLING, false, "The values agree within the tolerance of the profile.")
        : judged;
  }

  private static Numeral numeral(Node node, double value) {
    Rational exact = NumberComparison.rational(new java.math.BigDecimal(value));
    return decimal(node) ? shown(node, exact) : Numeral.exact(exact);
  }

  private Judgement symbolic(Node gold, Node answer) {
    Poly difference = difference(gold, answer);
    if (difference != null && difference.isZero()) {
      return Judgement.equal(Method.CANONICAL, true, "Both simplify to the same expression.");
    }
    return difference != null && difference.decides()
        ? Judgement.different(Method.CANONICAL, true, "The expressions simplify to different ones.")
        : sampled(gold, answer);
  }

  /** The numerator of gold minus answer, or null if there is no form within half of the budget. */
  private Poly difference(Node gold, Node answer) {
    Budget half = budget.half();
    try {
      Quotient left = new Canonical(half).of(gold);
      Quotient right = left == null ? null : new Canonical(half).of(answer);
      return right == null
          ? null
          : left.num()
              .times(right.den(), half)
              .plus(right.num().times(left.den(), half).negate(), half);
    } catch (Budget.Exceeded e) {
      return null;
    }
  }

  /** Evaluates both at fixed points; only points where both are real count, if there are enough. */
  private Judgement sampled(Node gold, Node answer) {
    int agreed = 0;
    int complexAgreed = 0;
    int complexDiffer = 0;
    for (int point = 0; point < Budget.SAMPLES; point++) {
      Complex left = new Evaluation(point, budget).of(gold);
      Complex right = new Evaluation(point, budget).of(answer);
      if (!left.finite() || !right.finite()) {
        continue;
      }
      boolean near = near(left, right);
      if (left.real() && right.real()) {
        if (!near) {
          return Judgement.different(
              Method.SAMPLING, true, "The two have different values at the same point.");
        }
        agreed++;
      } else if (near) {
        complexAgreed++;
      } else {
        complexDiffer++;
      }
    }
    if (agreed >= ENOUGH || (complexAgreed >= ENOUGH && complexDiffer == 0)) {
      return Judgement.equal(
          Method.SAMPLING, false, "The two have the same value at every point tried.");
    }
    return complexDiffer > 0
        ? Judgement.different(Method.SAMPLING, false, "The two have different values.")
        : Judgement.unknown("The two could be neither proved equal nor told apart.");
  }

  private static boolean near(Complex a, Complex b) {
    return a.plus(b.negate()).abs() <= FAR * Math.max(a.abs(), b.abs()) || a.equals(b);
  }
}
