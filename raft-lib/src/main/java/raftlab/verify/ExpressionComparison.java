package raftlab.verify;

import java.util.SortedSet;
import raftlab.verify.Canonical.Quotient;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Sym;

/** Compares two numbers or expressions: exactly, then by one form, then at points. */
final class ExpressionComparison {

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
    boolean decimal = decimal(gold) || decimal(answer);
    boolean constant = goldNames.isEmpty() && answerNames.isEmpty();
    if (decimal && constant) {
      return approximate(gold, answer);
    }
    Judgement judged = symbolic(gold, answer);
    return decimal && !judged.isEqual() ? tolerant(gold, answer, judged) : judged;
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
    if (new Agreement(gold, answer, budget).precise(0) == Agreement.Found.SAME) {
      return Judgement.equal(Method.SAMPLING, false, "The values agree to every digit computed.");
    }
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

  /** Expressions with rounded coefficients: within the relative tolerance at every point. */
  private Judgement tolerant(Node gold, Node answer, Judgement otherwise) {
    double bound = rules.tolerance().relative(Math.min(shownDigits(gold), shownDigits(answer)));
    return bound > 0 && new Sampling(gold, answer, budget).within(bound)
        ? Judgement.equal(
            Method.SAMPLING, false, "The values agree within the tolerance of the profile.")
        : otherwise;
  }

  /** The fewest significant digits of a decimal in a tree. */
  private static int shownDigits(Node node) {
    if (node instanceof Num num) {
      return num.numeral().decimal() ? num.numeral().digits() : Integer.MAX_VALUE;
    }
    int fewest = Integer.MAX_VALUE;
    if (node instanceof Op op) {
      for (Node arg : op.args()) {
        fewest = Math.min(fewest, shownDigits(arg));
      }
    }
    return fewest;
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

  private Judgement sampled(Node gold, Node answer) {
    Judgement judged = new Sampling(gold, answer, budget).compare();
    return judged.isUnknown() && differentPowers(gold, answer)
        ? Judgement.different(Method.CANONICAL, true, "The powers have different exponents.")
        : judged;
  }

  /** Two powers of one base that is a variable term or a number above 1, unlike in the exponent. */
  private boolean differentPowers(Node gold, Node answer) {
    if (!(gold instanceof Op left && left.name().equals("^"))
        || !(answer instanceof Op right && right.name().equals("^"))) {
      return false;
    }
    Node base = left.args().get(0);
    Rational value = Exact.value(base, budget);
    boolean proper =
        base.equals(new Sym("e"))
            || (value == null
                ? !Evaluation.names(base).isEmpty()
                : value.compareTo(Rational.ONE) > 0);
    if (!proper || !base.equals(right.args().get(0))) {
      return false;
    }
    Judgement exponents = compare(left.args().get(1), right.args().get(1));
    return exponents.outcome() == Outcome.DIFFERENT && exponents.proof();
  }
}
