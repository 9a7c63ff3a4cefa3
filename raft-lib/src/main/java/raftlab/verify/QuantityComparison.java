package raftlab.verify;

import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Quantity;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;

/** Compares values with units: percent signs, degrees, currencies, words. */
final class QuantityComparison {

  private static final Node HALF_TURN = new Num(Numeral.exact(Rational.of(180)));
  private static final Node HUNDRED = new Num(Numeral.exact(Rational.of(100)));

  private final Rules rules;
  private final Comparison comparison;

  QuantityComparison(Rules rules, Comparison comparison) {
    this.rules = rules;
    this.comparison = comparison;
  }

  Judgement compare(Node gold, Node answer) {
    String left = gold instanceof Quantity quantity ? quantity.unit() : "";
    String right = answer instanceof Quantity quantity ? quantity.unit() : "";
    Node a = gold instanceof Quantity quantity ? quantity.value() : gold;
    Node b = answer instanceof Quantity quantity ? quantity.value() : answer;
    if (left.equals(right)) {
      return comparison.compare(a, b);
    }
    if ((left.equals("%") && right.isEmpty()) || (right.equals("%") && left.isEmpty())) {
      return percent(a, b, left.equals("%"));
    }
    if ((left.equals("°") && right.isEmpty()) || (right.equals("°") && left.isEmpty())) {
      return angle(a, b, left.equals("°"));
    }
    Judgement italics = italics(a, b, left, right);
    return italics != null && italics.isEqual() ? italics : units(a, b, left, right);
  }

  /** A unit without a wrapper, {@code 9.8 m/s^2}, was read as a product of names. */
  private Judgement italics(Node gold, Node answer, String left, String right) {
    Node product = left.isEmpty() ? gold : answer;
    String unit = left.isEmpty() ? right : left;
    boolean names = product instanceof Op && !Evaluation.names(product).isEmpty();
    if (left.isEmpty() == right.isEmpty() || !names) {
      return null;
    }
    Node spelled = Parser.parse(unit, new Budget(Budget.STEPS_PER_MILLISECOND));
    if (!(spelled instanceof Op || spelled instanceof Sym)) {
      return null;
    }
    return left.isEmpty()
        ? comparison.compare(gold, Op.of("*", answer, spelled))
        : comparison.compare(Op.of("*", gold, spelled), answer);
  }

  private Judgement percent(Node gold, Node answer, boolean goldWritten) {
    Node value = Op.of("/", goldWritten ? gold : answer, HUNDRED);
    Judgement numeral = comparison.compare(gold, answer);
    Judgement asValue =
        goldWritten ? comparison.compare(value, answer) : comparison.compare(gold, value);
    return switch (rules.percent()) {
      case NUMERAL -> numeral;
      case VALUE -> asValue;
      case EITHER, X100 -> numeral.isEqual() ? numeral : asValue;
    };
  }

  /** A degree sign is a unit against a bare number and an angle against anything with pi. */
  private Judgement angle(Node gold, Node answer, boolean goldWritten) {
    Node bare = goldWritten ? answer : gold;
    Node degrees = Op.of("/", Op.of("*", goldWritten ? gold : answer, new Sym("pi")), HALF_TURN);
    if (Shapes.mentions(bare, "pi")) {
      return goldWritten ? comparison.compare(degrees, answer) : comparison.compare(gold, degrees);
    }
    return units(gold, answer, goldWritten ? "°" : "", goldWritten ? "" : "°");
  }

  private Judgement units(Node gold, Node answer, String left, String right) {
    boolean missing = left.isEmpty() || right.isEmpty();
    if (missing && rules.units() == Rules.Units.REQUIRED && !left.isEmpty()) {
      return Judgement.different(Method.UNIT, true, "The unit " + left + " is missing.");
    }
    if (missing) {
      return comparison.compare(gold, answer);
    }
    Units.Size goldSize = Units.size(left);
    Units.Size answerSize = Units.size(right);
    if (rules.units() == Rules.Units.CONVERT
        && goldSize != null
        && answerSize != null
        && goldSize.dimension().equals(answerSize.dimension())) {
      return comparison.compare(scaled(gold, goldSize), scaled(answer, answerSize));
    }
    if (goldSize == null || answerSize == null) {
      Judgement values = comparison.compare(gold, answer);
      boolean compatible = left.contains(right) || right.contains(left) || gold instanceof Several;
      return values.isEqual() && !compatible && (goldSize != null || answerSize != null)
          ? contradiction(left, right)
          : compatible || !values.isEqual()
              ? values
              : Judgement.unknown("The units " + left + " and " + right + " are not known.");
    }
    return contradiction(left, right);
  }

  private static Judgement contradiction(String left, String right) {
    return Judgement.different(
        Method.UNIT, true, "The units " + left + " and " + right + " are not the same.");
  }

  private static Node scaled(Node value, Units.Size size) {
    return Op.of("*", value, new Num(Numeral.exact(size.factor())));
  }
}
