package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;

/**
 * Answers with a parameter over the integers, {@code \frac{\pi}{4}+k\pi, k\in\mathbb{Z}}: the
 * condition says what the letter is and is no part of the list, and the letter may be any other.
 */
final class Parameters {

  private static final Node INTEGERS = new Sym("set Z");
  private static final String PARAMETERS = "kmnltj";
  private static final String CONDITION = "\\in\\mathbb{Z})";

  private Parameters() {}

  /** Returns a normalised answer whose condition in brackets at its end follows a comma instead. */
  static String listed(String answer) {
    int open = answer.length() - CONDITION.length() - 2;
    boolean bracketed =
        open > 0
            && answer.endsWith(CONDITION)
            && answer.charAt(open) == '('
            && Character.isLetter(answer.charAt(open + 1));
    return bracketed
        ? answer.substring(0, open) + ',' + answer.substring(open + 1, answer.length() - 1)
        : answer;
  }

  /** Returns the answer without its condition, its parameter named as that of the gold. */
  static Node bound(Node answer, Node gold) {
    Sym own = parameter(answer);
    Sym wanted = parameter(gold);
    Node bare = bare(answer, own);
    if (own == null && wanted != null) {
      return undeclared(answer, bare(gold, wanted), wanted);
    }
    if (own != null && wanted == null && !gold.equals(answer)) {
      SortedSet<String> others = names(gold);
      boolean has = others.contains(own.name());
      others.removeAll(names(bare));
      return !has && others.size() == 1 && PARAMETERS.contains(others.first())
          ? Shapes.replaced(bare, List.of(own.name()), List.copyOf(others))
          : bare;
    }
    return own == null || wanted == null || own.equals(wanted)
        ? bare
        : Shapes.replaced(bare, List.of(own.name()), List.of(wanted.name()));
  }

  /** Where the gold has a condition and the answer none, its one other letter is the parameter. */
  private static Node undeclared(Node answer, Node gold, Sym wanted) {
    SortedSet<String> others = names(answer);
    boolean has = others.contains(wanted.name());
    others.removeAll(names(gold));
    boolean one = !has && others.size() == 1 && PARAMETERS.contains(others.first());
    return one ? Shapes.replaced(answer, List.copyOf(others), List.of(wanted.name())) : answer;
  }

  private static SortedSet<String> names(Node node) {
    List<Node> parts =
        node instanceof Several several
            ? several.parts()
            : node instanceof Relation relation ? relation.sides() : List.of(node);
    SortedSet<String> names = new TreeSet<>();
    for (Node part : parts) {
      names.addAll(part == node ? Evaluation.names(node) : names(part));
    }
    return names;
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
