package raftlab.verify;

import java.util.List;
import raftlab.verify.Canonical.Quotient;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;

/** Compares equations and inequalities with each other and with what they may stand for. */
final class Relations {

  private final Rules rules;
  private final Budget budget;
  private final Comparison comparison;

  Relations(Rules rules, Budget budget, Comparison comparison) {
    this.rules = rules;
    this.budget = budget;
    this.comparison = comparison;
  }

  /** Returns a judgement, or null if the two are to be compared by their structure. */
  Judgement compare(Node gold, Node answer) {
    if (gold instanceof Relation left && answer instanceof Relation right) {
      return relations(Labels.chain(left), Labels.chain(right));
    }
    Node goldSet = SolutionSets.of(gold);
    Node answerSet = SolutionSets.of(answer);
    boolean converted = goldSet != gold || answerSet != answer;
    if (converted && setAllowed(gold, goldSet, answer, answerSet)) {
      return comparison.compare(goldSet, answerSet);
    }
    return labelled(gold, answer);
  }

  /**
   * Where the profile refuses relations as sets, an inequality as the gold may still be answered by
   * its interval, as in Math-Verify.
   */
  private boolean setAllowed(Node gold, Node goldSet, Node answer, Node answerSet) {
    return !refused()
        || membership(gold)
        || membership(answer)
        || (goldSet != gold && answerSet == answer);
  }

  private boolean refused() {
    return rules.relationAsSet() == Rules.RelationAsSet.NO;
  }

  private static boolean membership(Node node) {
    return node instanceof Relation relation && relation.signs().contains("\\in");
  }

  private Judgement labelled(Node gold, Node answer) {
    Judgement points = points(gold, answer);
    if (points != null) {
      return points;
    }
    Node bareGold = Labels.stripped(gold);
    Node bareAnswer = Labels.stripped(answer);
    boolean both = bareGold != gold && bareAnswer != answer;
    if (bareGold != gold || bareAnswer != answer) {
      return both && !Labels.oneName(gold, answer)
          ? null
          : comparison.compare(bareGold, bareAnswer);
    }
    if (rules.equationAsValue() == Rules.EquationAsValue.YES
        && expression(gold)
        && answer instanceof Relation relation
        && relation.equation()) {
      return comparison.compare(gold, relation.sides().get(relation.sides().size() - 1));
    }
    Node goldValue = calculated(gold);
    Node answerValue = calculated(answer);
    return goldValue == gold && answerValue == answer
        ? null
        : comparison.compare(goldValue, answerValue);
  }

  /** Assignments such as {@code x=1, y=2} against a point or several points. */
  private Judgement points(Node gold, Node answer) {
    List<Node> left = Labels.points(gold);
    List<Node> right = Labels.points(answer);
    if ((left == null) == (right == null)) {
      return null;
    }
    Node other = Labels.stripped(left == null ? gold : answer);
    boolean tuples =
        other instanceof Bracketed
            || (other instanceof Several several
                && several.parts().stream().allMatch(Bracketed.class::isInstance));
    if (!tuples) {
      return null;
    }
    return comparison.compare(
        left == null ? other : list(left), right == null ? other : list(right));
  }

  private static Node list(List<Node> points) {
    return points.size() == 1 ? points.get(0) : new Several(Several.Kind.LIST, points);
  }

  /**
   * A calculation stands for its result if all its sides are the same number; the harnesses whose
   * extraction an option names do not read it so.
   */
  private Node calculated(Node node) {
    boolean harness = rules.protocol() != Rules.Protocol.OWN;
    if (harness || !(node instanceof Relation relation) || !relation.equation()) {
      return node;
    }
    Node last = relation.sides().get(relation.sides().size() - 1);
    for (Node side : relation.sides()) {
      boolean number =
          expression(side)
              && Evaluation.variables(side) != null
              && Evaluation.variables(side).isEmpty();
      if (!number || !comparison.compare(side, last).isEqual()) {
        return node;
      }
    }
    return last;
  }

  private Judgement relations(Relation gold, Relation answer) {
    if (gold.sides().size() != 2
        || answer.sides().size() != 2
        || !gold.equation()
        || !answer.equation()) {
      return relaxed(gold, answer);
    }
    Relation renamed = Shapes.sameFunction(gold, answer);
    Judgement sides = comparison.ordered(gold.sides(), renamed.sides());
    if (sides.isEqual()) {
      return Judgement.equal(Method.RELATION, sides.proof(), "Both sides are the same.");
    }
    if (Labels.isLabel(gold.sides().get(0))
        && gold.sides().get(0).equals(renamed.sides().get(0))
        && !mathematical(gold, renamed)) {
      return sides;
    }
    return proportional(gold, renamed);
  }

  /** A chain cut to one side is a value; the rest are inequalities. */
  private Judgement relaxed(Relation gold, Relation answer) {
    boolean about =
        gold.sides().size() == 2
            && answer.sides().size() == 2
            && gold.sides().get(0).equals(answer.sides().get(0))
            && Labels.stripped(gold) != gold
            && Labels.stripped(answer) != answer
            && !membership(gold)
            && !membership(answer);
    if (about) {
      return comparison.compare(gold.sides().get(1), answer.sides().get(1));
    }
    boolean single = gold.sides().size() == 1 || answer.sides().size() == 1;
    return single
        ? comparison.compare(Labels.stripped(gold), Labels.stripped(answer))
        : inequalities(gold, answer);
  }

  private static boolean mathematical(Relation gold, Relation answer) {
    return expression(gold.sides().get(1)) && expression(answer.sides().get(1));
  }

  private static boolean expression(Node node) {
    return node instanceof Num || node instanceof Op || node instanceof Sym;
  }

  /** Left minus right of both, up to a factor that is a number. */
  private Judgement proportional(Relation gold, Relation answer) {
    Quotient a = difference(gold);
    Quotient b = difference(answer);
    if (a == null || b == null) {
      return Judgement.different(Method.RELATION, false, "The equations are not the same.");
    }
    boolean same = a.num().monic().equals(b.num().monic());
    return same
        ? Judgement.equal(Method.RELATION, true, "Both equations have the same solutions.")
        : Judgement.different(
            Method.RELATION,
            a.num().decides() && b.num().decides(),
            "The equations differ by more than a factor.");
  }

  private Quotient difference(Relation relation) {
    for (Node side : relation.sides()) {
      if (!expression(side)) {
        return null;
      }
    }
    return new Canonical(budget)
        .of(Op.of("+", relation.sides().get(0), Op.of("neg", relation.sides().get(1))));
  }

  private Judgement inequalities(Relation gold, Relation answer) {
    Relation left = SolutionSets.upward(gold);
    Relation right = SolutionSets.upward(answer);
    if (left.signs().equals(right.signs())) {
      Judgement sides = comparison.ordered(left.sides(), right.sides());
      if (sides.isEqual()) {
        return Judgement.equal(Method.RELATION, sides.proof(), "Both sides are the same.");
      }
    }
    Node goldSet = SolutionSets.of(gold);
    Node answerSet = SolutionSets.of(answer);
    boolean oneVariable =
        goldSet != gold && answerSet != answer && variable(gold).equals(variable(answer));
    if (oneVariable && membership(gold) && !membership(answer) && refused()) {
      return Judgement.different(Method.RELATION, true, "An interval was asked for.");
    }
    if (oneVariable) {
      return comparison.compare(goldSet, answerSet);
    }
    return left.sides().size() == 2 && left.signs().equals(right.signs())
        ? scaled(left, right)
        : Judgement.different(Method.RELATION, true, "The relations are not the same.");
  }

  /** Difference of the sides with the same sign, up to a positive factor. */
  private Judgement scaled(Relation left, Relation right) {
    Quotient a = difference(left);
    Quotient b = difference(right);
    boolean usable =
        a != null && b != null && a.den().constant() != null && b.den().constant() != null;
    boolean same =
        usable
            && a.num().monic().equals(b.num().monic())
            && a.num().sign() * a.den().sign() == b.num().sign() * b.den().sign();
    return same
        ? Judgement.equal(Method.RELATION, true, "Both inequalities have the same solutions.")
        : Judgement.different(Method.RELATION, usable, "The relations are not the same.");
  }

  private static String variable(Relation relation) {
    return relation.sides().stream()
        .map(Evaluation::variables)
        .filter(names -> names != null && !names.isEmpty())
        .map(names -> names.first())
        .findFirst()
        .orElse("");
  }
}
