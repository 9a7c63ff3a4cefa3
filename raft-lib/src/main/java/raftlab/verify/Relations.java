package raftlab.verify;

import java.util.ArrayList;
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

  private static final Node INFINITY = new Sym("infty");

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
      return relations(left, right);
    }
    Node goldSet = asSet(gold);
    Node answerSet = asSet(answer);
    boolean converted = goldSet != gold || answerSet != answer;
    if (converted && rules.relationAsSet() == Rules.RelationAsSet.YES) {
      return comparison.compare(goldSet, answerSet);
    }
    Node bareGold = labelled(gold);
    Node bareAnswer = labelled(answer);
    boolean stripped = bareGold != gold || bareAnswer != answer;
    return stripped && (!bareGold.equals(gold) || !bareAnswer.equals(answer))
        ? comparison.compare(bareGold, bareAnswer)
        : null;
  }

  /**
   * {@code x=47} and {@code g(s)=4s-11} stand for their right-hand sides, part by part in lists.
   */
  private static Node labelled(Node node) {
    if (node instanceof Several several) {
      List<Node> parts = several.parts().stream().map(Relations::labelled).toList();
      return parts.equals(several.parts()) ? node : new Several(several.kind(), parts);
    }
    boolean label =
        node instanceof Relation relation
            && relation.sides().size() == 2
            && (relation.signs().get(0).equals("=")
                || relation.signs().get(0).equals("\\in")
                || relation.signs().get(0).equals("\\approx"))
            && named(relation.sides().get(0));
    return label ? ((Relation) node).sides().get(1) : node;
  }

  private static boolean named(Node side) {
    return side instanceof Sym
        || side instanceof Node.Text
        || (side instanceof Op op && op.name().startsWith("call"))
        || (side instanceof Bracketed tuple
            && tuple.parts().stream().allMatch(Sym.class::isInstance))
        || (side instanceof Op op
            && op.name().equals("*")
            && op.args().stream().allMatch(Relations::named));
  }

  private Judgement relations(Relation gold, Relation answer) {
    if (gold.sides().size() > 2
        || answer.sides().size() > 2
        || !gold.equation()
        || !answer.equation()) {
      return inequalities(gold, answer);
    }
    Judgement sides = comparison.ordered(gold.sides(), answer.sides());
    if (sides.isEqual()) {
      return Judgement.equal(Method.RELATION, sides.proof(), "Both sides are the same.");
    }
    if (named(gold.sides().get(0))
        && gold.sides().get(0).equals(answer.sides().get(0))
        && !mathematical(gold, answer)) {
      return sides;
    }
    return proportional(gold, answer);
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
    Relation left = upward(gold);
    Relation right = upward(answer);
    if (left.signs().equals(right.signs())) {
      Judgement sides = comparison.ordered(left.sides(), right.sides());
      if (sides.isEqual()) {
        return Judgement.equal(Method.RELATION, sides.proof(), "Both sides are the same.");
      }
    }
    Node goldSet = asSet(gold);
    Node answerSet = asSet(answer);
    boolean oneVariable =
        goldSet != gold && answerSet != answer && variable(gold).equals(variable(answer));
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

  /** Turns a relation round so that its signs point to the right. */
  private static Relation upward(Relation relation) {
    boolean turn =
        relation.signs().stream().allMatch(sign -> sign.equals(">") || sign.equals("\\ge"));
    return turn ? turned(relation) : relation;
  }

  private static Relation turned(Relation relation) {
    List<Node> sides = new ArrayList<>(relation.sides());
    java.util.Collections.reverse(sides);
    List<String> signs = new ArrayList<>();
    for (int k = relation.signs().size() - 1; k >= 0; k--) {
      signs.add(relation.signs().get(k).equals(">") ? "<" : "\\le");
    }
    return new Relation(sides, signs);
  }

  private static String variable(Relation relation) {
    return relation.sides().stream()
        .filter(Sym.class::isInstance)
        .map(side -> ((Sym) side).name())
        .filter(name -> !name.equals("pi") && !name.equals("e"))
        .findFirst()
        .orElse("");
  }

  /** Reads inequalities on one variable as intervals; anything else is returned as it is. */
  private static Node asSet(Node node) {
    if (node instanceof Several several && Shapes.alternatives(several)) {
      List<Node> parts = several.parts().stream().map(Relations::asSet).toList();
      boolean sets =
          parts.stream().allMatch(part -> part instanceof Bracketed || part instanceof Several);
      return sets ? new Several(Several.Kind.UNION, parts) : node;
    }
    return node instanceof Relation relation ? interval(relation) : node;
  }

  private static Node interval(Relation written) {
    Relation relation = upward(written);
    List<String> signs = relation.signs();
    List<Node> sides = relation.sides();
    if (signs.size() == 1 && signs.get(0).equals("\\in") && sides.get(0) instanceof Sym) {
      return sides.get(1);
    }
    if (signs.size() == 1 && signs.get(0).equals("\\ne") && sides.get(0) instanceof Sym) {
      Node low = new Bracketed('(', ')', List.of(Op.of("neg", INFINITY), sides.get(1)));
      Node high = new Bracketed('(', ')', List.of(sides.get(1), INFINITY));
      return new Several(Several.Kind.UNION, List.of(low, high));
    }
    if (!signs.stream().allMatch(sign -> sign.equals("<") || sign.equals("\\le"))) {
      return written;
    }
    if (sides.size() == 3 && sides.get(1) instanceof Sym) {
      return new Bracketed(
          open(signs.get(0)), close(signs.get(1)), List.of(sides.get(0), sides.get(2)));
    }
    if (sides.size() == 2 && sides.get(0) instanceof Sym) {
      return new Bracketed('(', close(signs.get(0)), List.of(Op.of("neg", INFINITY), sides.get(1)));
    }
    if (sides.size() == 2 && sides.get(1) instanceof Sym) {
      return new Bracketed(open(signs.get(0)), ')', List.of(sides.get(0), INFINITY));
    }
    return written;
  }

  private static char open(String sign) {
    return sign.equals("<") ? '(' : '[';
  }

  private static char close(String sign) {
    return sign.equals("<") ? ')' : ']';
  }
}
