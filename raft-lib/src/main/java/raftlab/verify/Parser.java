package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Clock;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Quantity;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;

/**
 * Reads a normalised answer: lists of relations between sums of products. What binds tighter than a
 * product is read by {@link Terms}.
 */
final class Parser {

  private static final String[] SIGNS = {
    "=",
    "<",
    ">",
    "\\le",
    "\\ge",
    "\\ne",
    "\\in",
    "\\approx",
    "\\to",
    "\\iff",
    "\\equiv",
    "\\cong",
    ":="
  };

  private final Cursor cursor;
  private final Budget budget;
  private final Terms terms;
  private boolean alternatives;
  private int depth;

  private Parser(Cursor cursor, Budget budget, int depth) {
    this.cursor = cursor;
    this.budget = budget;
    this.depth = depth;
    this.terms = new Terms(this, cursor, budget);
  }

  /** Returns the tree of a normalised answer, or null if it is not of the grammar. */
  static Node parse(String normalised, Budget budget) {
    try {
      return Depth.bounded(new Parser(new Cursor(normalised), budget, 0).whole());
    } catch (Unparsable e) {
      return null;
    }
  }

  /** Reads the content of a brace group. */
  Node inner(Cursor group) {
    deeper();
    Node node = new Parser(group, budget, depth).whole();
    depth--;
    return node;
  }

  void deeper() {
    depth++;
    Budget.atMost(depth, Budget.DEPTH, "levels of nesting");
  }

  void shallower() {
    depth--;
  }

  private Node whole() {
    Node node = list();
    if (!cursor.done()) {
      throw new Unparsable();
    }
    return node;
  }

  /** Items with commas or "and" between them. */
  Node list() {
    boolean outer = alternatives;
    alternatives = false;
    List<Node> parts = items();
    Node chain = alternatives ? null : Conjunction.chain(parts);
    alternatives = outer;
    return chain != null
        ? chain
        : parts.size() == 1 ? parts.get(0) : new Several(Several.Kind.LIST, parts);
  }

  /** What stands between braces: members, or after a bar or colon the condition of membership. */
  List<Node> members() {
    int at = cursor.at;
    Node first = describedSet();
    if (first != null) {
      return List.of(first);
    }
    cursor.at = at;
    return items();
  }

  private Node describedSet() {
    int at = cursor.at;
    String name = cursor.letters();
    cursor.at += name.length();
    if (name.length() != 1) {
      cursor.at = at;
      return null;
    }
    if (cursor.take("\\in")) {
      sum();
    }
    return cursor.take("|") || cursor.take(":") ? list() : null;
  }

  List<Node> items() {
    List<Node> parts = new ArrayList<>();
    parts.add(relation());
    while (separator()) {
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
      parts.add(relation());
    }
    return parts;
  }

  private boolean separator() {
    boolean found = false;
    while (one()) {
      found = true;
    }
    return found;
  }

  private boolean one() {
    return cursor.take(",")
        || cursor.take(";")
        || cursor.take("\\text{and}")
        || cursor.take("\\text{,}")
        || cursor.take("and")
        || cursor.takeBeforeCapital("and")
        || cursor.take("\\and")
        || alternative()
        || cursor.take("\\\\")
        || cursor.take("&");
  }

  private boolean alternative() {
    boolean or =
        cursor.take("\\text{or}")
            || cursor.take("or")
            || cursor.takeBeforeCapital("or")
            || cursor.take("\\or");
    alternatives |= or;
    return or;
  }

  private Node relation() {
    List<Node> sides = new ArrayList<>();
    List<String> signs = new ArrayList<>();
    sides.add(side());
    for (String sign = sign(); sign != null; sign = sign()) {
      signs.add(sign);
      sides.add(side());
    }
    return signs.isEmpty() ? sides.get(0) : new Relation(sides, signs);
  }

  private String sign() {
    cursor.take("&");
    for (String sign : SIGNS) {
      if (cursor.take(sign)) {
        return sign.equals(":=") || sign.equals("\\equiv") ? "=" : sign;
      }
    }
    return null;
  }

  private Node side() {
    Node value = set();
    boolean remainder = cursor.sees("\\mod") || cursor.sees("mod");
    Node modulus = modulus();
    return modulus == null
        ? value
        : Op.of(remainder ? Residues.REMAINDER : Residues.CLASS, value, modulus);
  }

  /** Returns whether a modulus in brackets stands here. */
  static boolean modulusAhead(Cursor cursor) {
    return cursor.sees("(\\mod") || cursor.sees("(mod") || cursor.sees("(\\text{mod}");
  }

  /** {@code \\pmod 7}, {@code \\bmod 7}, {@code (mod 7)}: the modulus, or null. */
  private Node modulus() {
    if (cursor.take("\\pmod") || cursor.take("\\mod") || cursor.take("\\text{mod}")) {
      return terms.factor();
    }
    boolean bracketed = cursor.take("(\\mod") || cursor.take("(mod") || cursor.take("(\\text{mod}");
    if (!bracketed && !cursor.take("mod")) {
      return null;
    }
    Node modulus = terms.factor();
    if (bracketed && !cursor.take(")")) {
      throw new Unparsable();
    }
    return modulus;
  }

  private Node set() {
    budget.node();
    Node first = measured();
    if (first instanceof Bracketed && cursor.peek() == 'U' && cursor.betweenBrackets()) {
      return union(first, "U");
    }
    if (cursor.sees("\\cup")) {
      return union(first, "\\cup");
    }
    Node node = first;
    while (cursor.sees("\\cap") || cursor.sees("\\setminus")) {
      String name = cursor.take("\\cap") ? "cap" : "setminus";
      cursor.take("\\setminus");
      node = Op.of(name, node, measured());
    }
    return node;
  }

  private Node union(Node first, String sign) {
    List<Node> parts = new ArrayList<>();
    parts.add(first);
    while (cursor.take(sign)) {
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
      parts.add(measured());
    }
    return Shapes.union(parts);
  }

  private Node measured() {
    Node value = quantity();
    if (value instanceof Quantity first && Units.size(first.unit()) != null) {
      return compound(first);
    }
    return ratioAhead() ? ratio(value) : value;
  }

  /** {@code 2 hours 35 minutes}: several quantities are a list of them, as with "and". */
  private Node compound(Quantity first) {
    List<Node> parts = new ArrayList<>();
    parts.add(first);
    while (Character.isDigit(cursor.peek())) {
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
      parts.add(quantity());
    }
    return parts.size() == 1 ? first : new Several(Several.Kind.LIST, parts);
  }

  private boolean ratioAhead() {
    return (cursor.peek() == ':' && cursor.charAt(1) != '=') || cursor.sees("\\text{to}");
  }

  private boolean takeRatio() {
    return ratioAhead() && (cursor.take(":") || cursor.take("\\text{to}"));
  }

  /** {@code a:b} is a quotient; of more than two parts each is taken over the first. */
  private Node ratio(Node first) {
    if (first instanceof Num num && num.numeral().value().isZero()) {
      throw new Unparsable(); // "if x>0: 1" is no ratio
    }
    List<Node> parts = new ArrayList<>();
    parts.add(first);
    while (takeRatio()) {
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
      Node part = quantity();
      parts.addAll(part instanceof Clock clock ? clock.numbers() : List.of(part));
    }
    if (parts.size() == 2) {
      return Op.of("/", parts.get(0), parts.get(1));
    }
    List<Node> quotients = new ArrayList<>();
    for (Node part : parts.subList(1, parts.size())) {
      quotients.add(Op.of("/", part, first));
    }
    return new Bracketed(':', ':', quotients);
  }

  private Node quantity() {
    Node value = sum();
    if (cursor.take("\\choose")) {
      value = Op.of("binom", value, sum());
    }
    String unit = UnitReader.read(cursor);
    String scale = unit.contains(" ") ? unit.substring(0, unit.indexOf(' ')) : unit;
    int power = Units.powerOfTen(scale);
    if (power == 0) {
      return unit.isEmpty() ? value : new Quantity(value, unit);
    }
    if (value instanceof Quantity money) {
      return new Quantity(NumberReader.scaled(money.value(), power), money.unit());
    }
    Node scaled = NumberReader.scaled(value, power);
    String rest = unit.substring(scale.length()).strip();
    return rest.isEmpty() ? scaled : new Quantity(scaled, Units.standard(rest));
  }

  /** A sum of products. */
  Node sum() {
    deeper();
    List<Node> parts = new ArrayList<>();
    parts.add(terms.product());
    Node node = null;
    while (true) {
      if (cursor.take("+")) {
        parts.add(terms.product());
      } else if (cursor.take("-")) {
        parts.add(Op.of("neg", terms.product()));
      } else if (cursor.sees("\\pm") || cursor.sees("\\mp")) {
        String name = cursor.take("\\pm") ? "±" : "∓";
        cursor.take("\\mp");
        node = Op.of(name, added(parts), terms.product());
        parts = new ArrayList<>(List.of(node));
      } else {
        depth--;
        return added(parts);
      }
      budget.node();
    }
  }

  private static Node added(List<Node> parts) {
    return parts.size() == 1 ? parts.get(0) : new Op("+", parts);
  }
}
