package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Quantity;
import raftlab.verify.Node.Sym;
import raftlab.verify.Node.Text;

/** Reads products, powers and signs. */
final class Terms {

  private final Parser parser;
  private final Cursor cursor;
  private final Budget budget;
  private final Primary primary;

  Terms(Parser parser, Cursor cursor, Budget budget) {
    this.parser = parser;
    this.cursor = cursor;
    this.budget = budget;
    this.primary = new Primary(parser, this, cursor, budget);
  }

  /** A product with or without signs between the factors. */
  Node product() {
    if (cursor.take("+")) {
      return product();
    }
    if (cursor.take("-")) {
      parser.deeper();
      Node negative = Op.of("neg", product());
      parser.shallower();
      return negative;
    }
    if (cursor.sees("\\pm") || cursor.sees("\\mp")) {
      String name = cursor.take("\\pm") ? "±" : "∓";
      cursor.take("\\mp");
      return Op.of(name, new Num(Numeral.exact(Rational.ZERO)), product());
    }
    return factors(false);
  }

  /** Factors; within a function's argument without brackets a further function name ends it. */
  Node factors(boolean argument) {
    Node left = factor();
    while (true) {
      budget.node();
      if (!argument && (cursor.take("*") || timesPowerOfTen(left))) {
        left = Op.of("*", left, signedFactor());
      } else if ((!argument && cursor.take("/")) || (argument && slash())) {
        left = Op.of("/", left, signedFactor());
      } else if (startsFactor(argument)) {
        left = joined(left, factor());
      } else {
        return left;
      }
    }
  }

  /** The letter x between a number and a power of ten is a sign: {@code 6.02 x 10^5}. */
  private boolean timesPowerOfTen(Node left) {
    boolean sign =
        left instanceof Num
            && cursor.peek() == 'x'
            && (cursor.sees("x10^") || cursor.sees("x 10^"));
    return sign && cursor.take("x");
  }

  private boolean slash() {
    return Character.isDigit(cursor.charAt(1)) && cursor.take("/");
  }

  /** {@code 7\frac{5}{16}} is a sum, everything else side by side is a product. */
  private static Node joined(Node left, Node right) {
    if (degrees(right) && ((Op) right).args().get(0) instanceof Op inner) {
      Node sum = joined(left, inner);
      boolean whole = sum instanceof Op op && op.name().equals("+");
      return whole ? Op.of("deg", sum) : Op.of("*", left, right);
    }
    boolean mixed =
        left instanceof Num whole
            && !whole.numeral().decimal()
            && right instanceof Op over
            && over.name().equals("frac")
            && over.args().get(0) instanceof Num
            && over.args().get(1) instanceof Num;
    return mixed ? new Op("+", List.of(left, right)) : Op.of("*", left, right);
  }

  private Node signedFactor() {
    if (cursor.take("-")) {
      return Op.of("neg", factor());
    }
    cursor.take("+");
    return factor();
  }

  private boolean startsFactor(boolean argument) {
    char c = cursor.peek();
    if (c == 'U' && cursor.betweenBrackets()) {
      return false; // a union sign in plain text
    }
    if (c == '(' && RelationReader.modulusAhead(cursor)) {
      return false;
    }
    if (c == '(' || c == '{' || c == '\\' || Character.isLetterOrDigit(c) || c == '[') {
      String macro = cursor.macro();
      if (c == '[' || (c == '(' && argument) || (c == '\\' && !Primary.startsValue(macro))) {
        return false;
      }
      return !UnitReader.ahead(cursor) && !(argument && functionAhead(macro)) && !conjunction();
    }
    return false;
  }

  private boolean functionAhead(String macro) {
    return Functions.isFunction(macro.isEmpty() ? cursor.letters() : macro);
  }

  private boolean conjunction() {
    return cursor.sees("and") || cursor.sees("or");
  }

  /** A value with its factorials, powers and degree signs. */
  Node factor() {
    parser.deeper();
    Node base = postfix(primary.value());
    parser.shallower();
    return base;
  }

  Node postfix(Node value) {
    Node base = value;
    while (true) {
      if (cursor.peek() == '_' && raisedName(base)) {
        Op power = (Op) base;
        Node name = primary.subscripted(((Sym) power.args().get(0)).name());
        base = Op.of("^", name, power.args().get(1));
      } else if (cursor.take("!")) {
        base = Op.of("fact", base);
      } else if (!degrees(base) && cursor.take("^\\circ")) {
        base = Op.of("deg", base);
        temperature();
      } else if (cursor.take("^")) {
        base = raised(base, exponent());
      } else {
        return base;
      }
      budget.node();
    }
  }

  /** A raised "th" makes a rank of a number, anything else is a power. */
  private static Node raised(Node base, Node exponent) {
    boolean rank = exponent instanceof Text text && Units.powerless(text.words());
    return rank ? new Quantity(base, "th") : Op.of("^", base, exponent);
  }

  /** {@code v^2_0} is {@code v_0^2}. */
  private static boolean raisedName(Node node) {
    return node instanceof Op op && op.name().equals("^") && op.args().get(0) instanceof Sym;
  }

  private static boolean degrees(Node value) {
    return value instanceof Op op && op.name().equals("deg");
  }

  private void temperature() {
    String letters = cursor.letters();
    if (letters.equals("C") || letters.equals("F")) {
      cursor.take(letters);
    }
  }

  /** An exponent: a group, or one value with its own exponent. */
  Node exponent() {
    if (cursor.peek() == '{') {
      return bare(parser.inner(cursor.inside()));
    }
    boolean negative = cursor.take("-");
    parser.deeper();
    Node value = Character.isDigit(cursor.peek()) ? primary.plainNumber() : primary.value();
    if (cursor.take("^")) {
      value = Op.of("^", value, exponent());
    }
    parser.shallower();
    return negative ? Op.of("neg", value) : value;
  }

  private static Node bare(Node node) {
    if (node instanceof Quantity) {
      throw new Unparsable();
    }
    return node;
  }

  /** The argument of a function: brackets, or the factors up to the next function. */
  List<Node> arguments() {
    List<Node> args = new ArrayList<>();
    if (cursor.take("(")) {
      parser.deeper();
      args.addAll(parser.items());
      parser.shallower();
      if (!cursor.take(")")) {
        throw new Unparsable();
      }
      return args;
    }
    if (cursor.peek() == '{') {
      args.add(parser.inner(cursor.inside()));
      return args;
    }
    args.add(cursor.take("-") ? Op.of("neg", factors(true)) : factors(true));
    return args;
  }
}
