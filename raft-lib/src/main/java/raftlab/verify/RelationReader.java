package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Relation;

/**
 * Reads relations and their sides: quantities that signs of sets may join and a modulus may follow.
 */
final class RelationReader {

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
  private final QuantityReader quantities;

  RelationReader(Cursor cursor, Budget budget, Terms terms, QuantityReader quantities) {
    this.cursor = cursor;
    this.budget = budget;
    this.terms = terms;
    this.quantities = quantities;
  }

  /** Reads a side, or sides with signs between them. */
  Node read() {
    Node first = side();
    String sign = sign();
    return sign == null ? first : chain(first, sign);
  }

  private Node chain(Node first, String firstSign) {
    List<Node> sides = new ArrayList<>();
    List<String> signs = new ArrayList<>();
    sides.add(first);
    for (String sign = firstSign; sign != null; sign = sign()) {
      signs.add(sign);
      sides.add(side());
    }
    return new Relation(sides, signs);
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
    Node first = quantities.read();
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
      node = Op.of(name, node, quantities.read());
    }
    return node;
  }

  private Node union(Node first, String sign) {
    List<Node> parts = new ArrayList<>();
    parts.add(first);
    while (cursor.take(sign)) {
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
      parts.add(quantities.read());
    }
    return Shapes.union(parts);
  }
}
