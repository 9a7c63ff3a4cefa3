package raftlab.verify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Matrix;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Quantity;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;

/** Looks at and reshapes trees. */
final class Shapes {

  private Shapes() {}

  /**
   * Brings signs that concern the whole answer outside: plus-minus, degrees, quantities in signs.
   */
  static Node outer(Node node) {
    List<Node> expanded = expanded(node);
    if (expanded.size() > 1) {
      return new Several(Several.Kind.LIST, expanded);
    }
    if (node instanceof Op op && op.name().equals("deg")) {
      return new Quantity(op.args().get(0), "°");
    }
    if (node instanceof Op op
        && op.name().equals("neg")
        && outer(op.args().get(0)) instanceof Quantity inner) {
      return new Quantity(Op.of("neg", inner.value()), inner.unit());
    }
    return node;
  }

  /** Returns both values of an expression with plus-minus, else the node alone. */
  static List<Node> expanded(Node node) {
    return holdsSign(node) ? List.of(signed(node, true), signed(node, false)) : List.of(node);
  }

  private static boolean holdsSign(Node node) {
    if (node instanceof Quantity quantity) {
      return holdsSign(quantity.value());
    }
    if (node instanceof Relation relation) {
      return relation.sides().stream().anyMatch(Shapes::holdsSign);
    }
    return node instanceof Op op
        && ("±∓".contains(op.name()) || op.args().stream().anyMatch(Shapes::holdsSign));
  }

  private static Node signed(Node node, boolean upper) {
    if (node instanceof Quantity quantity) {
      return new Quantity(signed(quantity.value(), upper), quantity.unit());
    }
    if (node instanceof Relation relation) {
      return new Relation(
          relation.sides().stream().map(side -> signed(side, upper)).toList(), relation.signs());
    }
    if (!(node instanceof Op op)) {
      return node;
    }
    List<Node> args = op.args().stream().map(arg -> signed(arg, upper)).toList();
    if (!"±∓".contains(op.name())) {
      return new Op(op.name(), args);
    }
    boolean plus = upper == op.name().equals("±");
    return Op.of("+", args.get(0), plus ? args.get(1) : Op.of("neg", args.get(1)));
  }

  /** Joins sets: those with listed members to one such set, anything else to a union. */
  static Node union(List<Node> sets) {
    boolean listed =
        sets.stream().allMatch(s -> s instanceof Several set && set.kind() == Several.Kind.SET);
    return listed
        ? new Several(
            Several.Kind.SET,
            sets.stream().flatMap(set -> ((Several) set).parts().stream()).toList())
        : new Several(Several.Kind.UNION, sets);
  }

  /** Returns whether this is a list of relations, as "or" makes one. */
  static boolean alternatives(Node node) {
    return node instanceof Several several
        && several.parts().stream().anyMatch(Relation.class::isInstance);
  }

  /** Returns whether this is the real line without some points. */
  static boolean exclusion(Node node) {
    return node instanceof Op op && op.name().equals("setminus");
  }

  /** Half-open brackets can only be an interval. */
  static boolean mixed(Bracketed tuple) {
    return (tuple.open() == '(') != (tuple.close() == ')');
  }

  static boolean mentions(Node node, String symbol) {
    return node instanceof Sym sym
        ? sym.name().equals(symbol)
        : node instanceof Op op && op.args().stream().anyMatch(arg -> mentions(arg, symbol));
  }

  static boolean calls(Node node, String function) {
    return node instanceof Op op
        && (op.name().equals(function) || op.args().stream().anyMatch(arg -> calls(arg, function)));
  }

  /** Reads logarithms without a base as those to base ten. */
  static Node decimalLogarithms(Node node) {
    return node instanceof Op op
        ? new Op(
            op.name().equals("log") ? "log10" : op.name(),
            op.args().stream().map(Shapes::decimalLogarithms).toList())
        : node;
  }

  /** The rows of a matrix; a tuple counts as a column or a row. */
  static List<List<Node>> rows(Node node) {
    if (node instanceof Matrix matrix) {
      boolean row = matrix.rows().size() == 1;
      return row ? matrix.rows().get(0).stream().map(List::of).toList() : matrix.rows();
    }
    if (!(node instanceof Bracketed tuple) || mixed(tuple)) {
      return null;
    }
    boolean nested =
        tuple.parts().stream().allMatch(part -> part instanceof Bracketed row && !mixed(row));
    return nested
        ? tuple.parts().stream().map(row -> ((Bracketed) row).parts()).toList()
        : tuple.parts().stream().map(List::of).toList();
  }

  /**
   * Refuses arithmetic left undone on one side: an integer is answered by an integer, a fraction of
   * integers by the same one up to signs.
   */
  static boolean simplifiedAlike(Node gold, Node answer) {
    Node left = unsigned(gold);
    Node right = unsigned(answer);
    if (fraction(left) && fraction(right)) {
      return unsigned(((Op) left).args().get(0)).equals(unsigned(((Op) right).args().get(0)))
          && unsigned(((Op) left).args().get(1)).equals(unsigned(((Op) right).args().get(1)));
    }
    return !(integer(left) && right instanceof Op) && !(integer(right) && left instanceof Op);
  }

  private static boolean fraction(Node node) {
    return node instanceof Op op
        && (op.name().equals("frac") || op.name().equals("/"))
        && op.args().stream().allMatch(part -> integer(unsigned(part)));
  }

  private static boolean integer(Node node) {
    return node instanceof Num num && !num.numeral().decimal();
  }

  private static Node unsigned(Node node) {
    return node instanceof Op op && op.name().equals("neg") ? op.args().get(0) : node;
  }

  /** Renames the variables of a tree to those of another in alphabetical order, or returns null. */
  static Node renamed(Node node, Node model) {
    SortedSet<String> own = Evaluation.variables(node);
    SortedSet<String> wanted = Evaluation.variables(model);
    if (own == null || wanted == null || own.size() != wanted.size()) {
      return null;
    }
    List<String> to = new ArrayList<>();
    for (Iterator<String> names = wanted.iterator(); names.hasNext(); ) {
      to.add(names.next());
    }
    return replaced(node, List.copyOf(own), to);
  }

  /**
   * Gives the function that an equation defines the argument it has in the gold: {@code g(t)=4t} is
   * {@code g(s)=4s}; and {@code y=} may define what {@code f(x)=} does.
   */
  static Relation sameFunction(Relation gold, Relation answer) {
    Node left = gold.sides().get(0);
    Node right = answer.sides().get(0);
    Node value = answer.sides().get(1);
    if (left.equals(right)) {
      return answer;
    }
    String own = argument(right);
    String wanted = argument(left);
    if (own != null && wanted != null && ((Op) left).name().equals(((Op) right).name())) {
      Node renamed = replaced(value, List.of(own), List.of(wanted));
      return new Relation(List.of(left, renamed), answer.signs());
    }
    boolean graph =
        (wanted != null && right.equals(new Sym("y")))
            || (own != null && left.equals(new Sym("y")));
    return graph && own(value, own == null ? wanted : own)
        ? new Relation(List.of(left, value), answer.signs())
        : answer;
  }

  private static boolean own(Node value, String variable) {
    SortedSet<String> names = Evaluation.variables(value);
    return names != null && names.contains(variable);
  }

  /** The variable of {@code f(x)}, or null if the node is of another form. */
  private static String argument(Node node) {
    boolean call =
        node instanceof Op op
            && op.name().startsWith("call")
            && op.args().size() == 1
            && op.args().get(0) instanceof Sym;
    return call ? ((Sym) ((Op) node).args().get(0)).name() : null;
  }

  /** A constant of integration may be called c, C, k or K: each is given the name of the gold. */
  static Node sameConstant(Node gold, Node answer) {
    String wanted = addedConstant(gold);
    String own = wanted == null ? null : addedConstant(answer);
    return own == null || own.equals(wanted)
        ? answer
        : replaced(answer, List.of(own), List.of(wanted));
  }

  /** The letter that stands alone as the last term of a sum and nowhere else, or null. */
  private static String addedConstant(Node node) {
    boolean sum = node instanceof Op op && op.name().equals("+");
    Node last = sum ? ((Op) node).args().get(((Op) node).args().size() - 1) : null;
    if (!(last instanceof Sym sym) || sym.name().length() != 1 || !"cCkK".contains(sym.name())) {
      return null;
    }
    List<Node> others = ((Op) node).args().subList(0, ((Op) node).args().size() - 1);
    boolean alone = others.stream().noneMatch(term -> mentions(term, sym.name()));
    return alone && others.stream().anyMatch(term -> !Evaluation.names(term).isEmpty())
        ? sym.name()
        : null;
  }

  /** Returns the tree with some names replaced by others. */
  static Node replaced(Node node, List<String> from, List<String> to) {
    if (node instanceof Sym sym) {
      int at = from.indexOf(sym.name());
      return at < 0 ? node : new Sym(to.get(at));
    }
    if (node instanceof Several several) {
      return new Several(
          several.kind(), several.parts().stream().map(p -> replaced(p, from, to)).toList());
    }
    if (node instanceof Relation relation) {
      return new Relation(
          relation.sides().stream().map(s -> replaced(s, from, to)).toList(), relation.signs());
    }
    return node instanceof Op op
        ? new Op(op.name(), op.args().stream().map(arg -> replaced(arg, from, to)).toList())
        : node;
  }
}
