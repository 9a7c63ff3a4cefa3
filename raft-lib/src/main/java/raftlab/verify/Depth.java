package raftlab.verify;

import java.util.List;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Matrix;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Quantity;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;

/**
 * Refuses trees too deep for recursion; long products grow deep to the left without any nesting.
 */
final class Depth {

  private Depth() {}

  static Node bounded(Node node) {
    visit(node, 0);
    return node;
  }

  private static void visit(Node node, int depth) {
    Budget.atMost(depth, 2 * Budget.DEPTH, "levels of the tree");
    for (Node child : children(node)) {
      visit(child, depth + 1);
    }
  }

  private static List<Node> children(Node node) {
    if (node instanceof Op op) {
      return op.args();
    }
    if (node instanceof Quantity quantity) {
      return List.of(quantity.value());
    }
    if (node instanceof Relation relation) {
      return relation.sides();
    }
    if (node instanceof Several several) {
      return several.parts();
    }
    if (node instanceof Bracketed bracketed) {
      return bracketed.parts();
    }
    return node instanceof Matrix matrix
        ? matrix.rows().stream().flatMap(List::stream).toList()
        : List.of();
  }
}
