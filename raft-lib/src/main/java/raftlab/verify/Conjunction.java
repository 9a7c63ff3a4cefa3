package raftlab.verify;

import java.util.List;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Sym;

/**
 * Two bounds of one variable that hold together: {@code x>2} and {@code x<5} are {@code 2<x<5}.
 * Bounds that leave nothing between them are not joined, since such a list is meant as a union.
 */
final class Conjunction {

  private Conjunction() {}

  /** Returns the chain that two bounds make, or null if the parts are anything else. */
  static Node chain(List<Node> parts) {
    if (parts.size() != 2
        || !(parts.get(0) instanceof Relation a)
        || !(parts.get(1) instanceof Relation b)) {
      return null;
    }
    Relation first = SolutionSets.upward(a);
    Relation second = SolutionSets.upward(b);
    Relation joined = joined(first, second);
    return joined == null ? joined(second, first) : joined;
  }

  /** Joins {@code low < x} and {@code x < high}. */
  private static Relation joined(Relation lower, Relation upper) {
    if (!single(lower) || !single(upper)) {
      return null;
    }
    Node variable = lower.sides().get(1);
    Node low = lower.sides().get(0);
    Node high = upper.sides().get(1);
    boolean same = variable instanceof Sym && variable.equals(upper.sides().get(0));
    return same
            && SolutionSets.constant(low)
            && SolutionSets.constant(high)
            && SolutionSets.value(low) < SolutionSets.value(high)
        ? new Relation(
            List.of(low, variable, high), List.of(lower.signs().get(0), upper.signs().get(0)))
        : null;
  }

  private static boolean single(Relation relation) {
    return relation.sides().size() == 2
        && (relation.signs().get(0).equals("<") || relation.signs().get(0).equals("\\le"));
  }
}
