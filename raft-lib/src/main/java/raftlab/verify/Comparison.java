package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Node.Based;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Clock;
import raftlab.verify.Node.Matrix;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Quantity;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;
import raftlab.verify.Node.Text;

/** Compares two parsed answers by their types. */
final class Comparison {

  private final Rules rules;
  private final Budget budget;
  private final Relations relations;

  Comparison(Rules rules, Budget budget) {
    this.rules = rules;
    this.budget = budget;
    this.relations = new Relations(rules, budget, this);
  }

  Judgement compare(Node goldNode, Node answerNode) {
    budget.spend(10);
    Node gold = prepared(goldNode, answerNode);
    Node answer = prepared(Parameters.bound(answerNode, goldNode), goldNode);
    if (gold.equals(answer)) {
      return Judgement.equal(Method.CANONICAL, true, "Both are read as the same answer.");
    }
    if (gold instanceof Relation
        || answer instanceof Relation
        || Shapes.alternatives(gold)
        || Shapes.alternatives(answer)
        || Shapes.exclusion(gold)
        || Shapes.exclusion(answer)) {
      Judgement related = relations.compare(gold, answer);
      if (related != null) {
        return related;
      }
    }
    if (Residues.is(gold) || Residues.is(answer)) {
      return Residues.compare(gold, answer, this, budget);
    }
    if (gold instanceof Quantity || answer instanceof Quantity) {
      return new QuantityComparison(rules, this).compare(gold, answer);
    }
    return structures(gold, answer);
  }

  private static Node prepared(Node node, Node other) {
    Node listed = other instanceof Several ? Words.listed(node) : node;
    Node named = NamedTuples.of(Parameters.bound(listed, listed), other);
    return RealSets.of(Shapes.outer(MatrixArithmetic.of(named)));
  }

  private Judgement structures(Node gold, Node answer) {
    if (RealSets.operation(gold) && RealSets.operation(answer)) {
      return operations((Op) gold, (Op) answer);
    }
    if (RealSets.operation(gold) || RealSets.operation(answer)) {
      return kinds(gold, answer);
    }
    if (gold instanceof Several || answer instanceof Several) {
      return new PartsComparison(rules, this).compare(gold, answer);
    }
    if (gold instanceof Bracketed left && answer instanceof Bracketed right) {
      return brackets(left, right);
    }
    if (gold instanceof Matrix || answer instanceof Matrix) {
      return matrices(gold, answer);
    }
    if (gold instanceof Clock left && answer instanceof Clock right) {
      return clocks(left, right);
    }
    if (gold instanceof Clock || answer instanceof Clock) {
      return asRatio(gold, answer);
    }
    if (gold instanceof Text left && answer instanceof Text right) {
      boolean same = Words.plain(left.words()).equals(Words.plain(right.words()));
      return same
          ? Judgement.equal(Method.TEXT, true, "The words are the same.")
          : kinds(gold, answer);
    }
    if (gold instanceof Text != answer instanceof Text && Words.spelledAlike(gold, answer)) {
      return Judgement.equal(Method.TEXT, true, "The words are the same.");
    }
    boolean plain = expression(gold) && expression(answer);
    return plain ? expressions(gold, answer) : kinds(gold, answer);
  }

  private static boolean expression(Node node) {
    return node instanceof Num || node instanceof Sym || node instanceof Op;
  }

  private Judgement expressions(Node gold, Node answer) {
    if (rules.simplification() == Rules.Simplification.REFUSED
        && !Shapes.simplifiedAlike(gold, answer)) {
      return Judgement.different(Method.KIND, true, "The answer is not simplified as the gold is.");
    }
    Judgement judged = natural(gold, Shapes.sameConstant(gold, answer));
    if (!judged.isEqual() && (Shapes.calls(gold, "log") || Shapes.calls(answer, "log"))) {
      Judgement decimal = natural(Shapes.decimalLogarithms(gold), Shapes.decimalLogarithms(answer));
      judged = decimal.isEqual() ? decimal : judged;
    }
    if (!judged.isEqual() && rules.variables() == Rules.Variables.RENAMED) {
      Node renamed = Shapes.renamed(answer, gold);
      return renamed == null
          ? judged
          : new ExpressionComparison(rules, budget).compare(gold, renamed);
    }
    return judged;
  }

  /** A logarithm without a base is the natural one here. */
  private Judgement natural(Node gold, Node answer) {
    return new ExpressionComparison(rules, budget).compare(gold, answer);
  }

  /** Sets known by their names only; the sides of an intersection may change places. */
  private Judgement operations(Op gold, Op answer) {
    if (!gold.name().equals(answer.name())) {
      return Judgement.different(Method.KIND, true, "The operations on sets are not the same.");
    }
    Judgement ordered = ordered(gold.args(), answer.args());
    return ordered.isEqual() || gold.name().equals("setminus")
        ? ordered
        : ordered(gold.args(), List.of(answer.args().get(1), answer.args().get(0)));
  }

  static Judgement kinds(Node gold, Node answer) {
    boolean based = gold instanceof Based || answer instanceof Based;
    String why =
        based
            ? "The base is part of the answer."
            : "A " + gold.type() + " was asked for and a " + answer.type() + " was given.";
    return Judgement.different(
        Method.KIND, true, gold.type().equals(answer.type()) ? "The two are not the same." : why);
  }

  private Judgement brackets(Bracketed gold, Bracketed answer) {
    boolean ends = gold.open() == answer.open() && gold.close() == answer.close();
    boolean loose =
        rules.tupleVsSet() == Rules.TupleVsSet.LOOSE
            && !(Shapes.mixed(gold) || Shapes.mixed(answer));
    boolean long3 = gold.parts().size() > 2;
    if (!ends && !loose && !long3) {
      return Judgement.different(
          Method.PARTS,
          true,
          "The brackets differ: an end that is included is not one that is left out.");
    }
    return ordered(gold.parts(), answer.parts());
  }

  /** Part by part in order. */
  Judgement ordered(List<Node> gold, List<Node> answer) {
    if (gold.size() != answer.size()) {
      return Judgement.different(
          Method.PARTS,
          true,
          "The answer has " + answer.size() + " parts and the gold " + gold.size() + ".");
    }
    boolean proof = true;
    for (int k = 0; k < gold.size(); k++) {
      Judgement part = part(k).compare(gold.get(k), answer.get(k));
      if (!part.isEqual()) {
        String reason = "Part " + (k + 1) + " is not the same.";
        return part.isUnknown() ? part : Judgement.different(Method.PARTS, part.proof(), reason);
      }
      proof &= part.proof();
    }
    return Judgement.equal(Method.PARTS, proof, "All parts are the same.");
  }

  /** The comparison for one part, with the tolerance of that part. */
  private Comparison part(int index) {
    Tolerance tolerance = rules.tolerance();
    return tolerance.bounds().size() < 2
        ? this
        : new Comparison(rules.with(tolerance.part(index)), budget);
  }

  private Judgement matrices(Node gold, Node answer) {
    List<List<Node>> left = Shapes.rows(gold);
    List<List<Node>> right = Shapes.rows(answer);
    if (left == null || right == null || left.size() != right.size()) {
      return Judgement.different(Method.KIND, true, "The two have not the same shape.");
    }
    List<Node> goldCells = new ArrayList<>();
    List<Node> answerCells = new ArrayList<>();
    for (int k = 0; k < left.size(); k++) {
      if (left.get(k).size() != right.get(k).size()) {
        return Judgement.different(Method.PARTS, true, "The matrices have not the same shape.");
      }
      goldCells.addAll(left.get(k));
      answerCells.addAll(right.get(k));
    }
    return ordered(goldCells, answerCells);
  }

  /** {@code 7:32} is read as a time of day; against anything else it is a ratio. */
  private Judgement asRatio(Node gold, Node answer) {
    Node left = gold instanceof Clock clock ? clock.ratio() : gold;
    Node right = answer instanceof Clock clock ? clock.ratio() : answer;
    return left == null || right == null ? kinds(gold, answer) : compare(left, right);
  }

  private Judgement clocks(Clock gold, Clock answer) {
    boolean told = gold.half().isEmpty() == answer.half().isEmpty();
    boolean sameHour =
        gold.hourOfDay() == answer.hourOfDay() || (!told && gold.hour() == answer.hour());
    boolean half =
        told
            || rules.units() != Rules.Units.REQUIRED
            || gold.half().isEmpty()
            || answer.hour() > 12;
    boolean rest = gold.minute() == answer.minute() && gold.second() == answer.second();
    return sameHour && half && rest
        ? Judgement.equal(Method.UNIT, true, "Both are the same time of day.")
        : Judgement.different(Method.UNIT, true, "The times of day are not the same.");
  }
}
