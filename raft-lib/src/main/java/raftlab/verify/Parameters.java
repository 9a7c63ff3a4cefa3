package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;

/**
 * Answers with a parameter over the integers, {@code \frac{\pi}{4}+k\pi, k\in\mathbb{Z}}: the
 * condition says what the letter is and is no part of the list, and the letter may be any other.
 */
final class Parameters {

  private static final Node INTEGERS = new Sym("set Z");

  private Parameters() {}

  /** Returns the answer without its condition, its parameter named as that of the gold. */
  static Node bound(Node answer, Node gold) {
    Sym own = parameter(answer);
    Sym wanted = parameter(gold);
    Node bare = bare(answer, own);
    return own == null || wanted == null || own.equals(wanted)
        ? bare
        : Shapes.replaced(bare, List.of(own.name()), List.of(wanted.name()));
  }

  /** The letter that a condition at the end of a list makes an integer, or null. */
  private static Sym parameter(Node node) {
    if (!(node instanceof Several several) || several.kind() != Several.Kind.LIST) {
      return null;
    }
    Node last = several.parts().get(several.parts().size() - 1);
    return several.parts().size() > 1
            && last instanceof Relation relation
            && relation.signs().equals(List.of("\\in"))
            && relation.sides().get(1).equals(INTEGERS)
            && relation.sides().get(0) instanceof Sym name
        ? name
        : null;
  }

  private static Node bare(Node node, Sym parameter) {
    if (parameter == null) {
      return node;
    }
    List<Node> parts = new ArrayList<>(((Several) node).parts());
    parts.remove(parts.size() - 1);
    return parts.size() == 1 ? parts.get(0) : new Several(Several.Kind.LIST, parts);
  }
}
