package raftlab.verify;

import java.util.List;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Sym;

/** Reads a function with its base or power, its arguments, and finite sums. */
final class FunctionReader {

  private final Parser parser;
  private final Terms terms;
  private final Cursor cursor;

  FunctionReader(Parser parser, Terms terms, Cursor cursor) {
    this.parser = parser;
    this.terms = terms;
    this.cursor = cursor;
  }

  Node read(String written) {
    String name = Names.standard(written);
    Node base = null;
    Node power = null;
    for (int k = 0; k < 2; k++) {
      if (base == null && cursor.take("_")) {
        base = script();
      } else if (power == null && cursor.take("^")) {
        power = terms.exponent();
      }
    }
    List<Node> args = terms.arguments();
    if (power != null && inverse(power) && Names.inverse(name) != null) {
      return new Op(Names.inverse(name), args);
    }
    Node call = base == null ? new Op(name, args) : based(name, base, args);
    return power == null ? call : Op.of("^", call, power);
  }

  private static Node based(String name, Node base, List<Node> args) {
    if (!name.equals("log") || args.size() != 1) {
      throw new Unparsable();
    }
    return Op.of("logb", args.get(0), base);
  }

  private Node script() {
    if (cursor.peek() == '{') {
      return parser.inner(cursor.inside());
    }
    char c = cursor.next();
    return Character.isDigit(c)
        ? new Num(Numeral.exact(Rational.of(c - '0')))
        : new Sym(String.valueOf(c));
  }

  private static boolean inverse(Node power) {
    return power instanceof Op op
        && op.name().equals("neg")
        && op.args().get(0) instanceof Num num
        && num.numeral().value().isOne();
  }

  /** {@code \sum_{k=1}^{n} a_k}, bounds in either order: kept as variable, first, last and body. */
  Node sum(String name) {
    Node last = cursor.take("^") ? terms.exponent() : null;
    if (!cursor.take("_") || !(parser.inner(cursor.inside()) instanceof Relation first)) {
      throw new Unparsable();
    }
    if (!first.equation() || first.sides().size() != 2) {
      throw new Unparsable();
    }
    if (last == null && !cursor.take("^")) {
      throw new Unparsable();
    }
    last = last == null ? terms.exponent() : last;
    return Op.of(name, first.sides().get(0), first.sides().get(1), last, terms.product());
  }
}
