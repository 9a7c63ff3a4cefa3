package raftlab.verify;

import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;

/**
 * A capital letter before brackets: {@code A(5,2)} names a point where the other answer is one, and
 * {@code C(5,2)} and {@code P(5,2)} count choices where it is a number.
 */
final class NamedTuples {

  private NamedTuples() {}

  /** Returns what a named tuple stands for beside the other answer; anything else as it is. */
  static Node of(Node node, Node other) {
    if (node instanceof Several several && several.parts().stream().anyMatch(NamedTuples::named)) {
      Node beside = other instanceof Several that ? that.parts().get(0) : other;
      return new Several(
          several.kind(), several.parts().stream().map(part -> of(part, beside)).toList());
    }
    if (!named(node)) {
      return node;
    }
    Op op = (Op) node;
    Bracketed tuple = (Bracketed) op.args().get(1);
    boolean counted = tuple.pair() && tuple.parts().stream().allMatch(Num.class::isInstance);
    if (other instanceof Bracketed || other instanceof Several || named(other)) {
      return other.equals(node) || (named(other) && !name(op).equals(name((Op) other)))
          ? node
          : tuple;
    }
    Node chosen = counted ? Op.of("binom", tuple.parts().get(0), tuple.parts().get(1)) : node;
    return switch (name(op)) {
      case "C" -> chosen;
      case "P" -> counted ? Op.of("*", chosen, Op.of("fact", tuple.parts().get(1))) : node;
      default -> node;
    };
  }

  private static boolean named(Node node) {
    return node instanceof Op op
        && op.name().equals("*")
        && op.args().get(0) instanceof Sym sym
        && sym.name().length() == 1
        && Character.isUpperCase(sym.name().charAt(0))
        && op.args().get(1) instanceof Bracketed tuple
        && tuple.open() == '('
        && tuple.close() == ')';
  }

  private static String name(Op op) {
    return ((Sym) op.args().get(0)).name();
  }
}
