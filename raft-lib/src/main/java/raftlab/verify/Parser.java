package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Several;

/**
 * Reads a normalised answer: lists of items, and sums of products. What stands between those two is
 * read by {@link RelationReader} and {@link QuantityReader}, what binds tighter by {@link Terms}.
 */
final class Parser {

  private final Cursor cursor;
  private final Budget budget;
  private final Terms terms;
  private final RelationReader relations;
  private boolean alternatives;
  private int depth;

  private Parser(Cursor cursor, Budget budget, int depth) {
    this.cursor = cursor;
    this.budget = budget;
    this.depth = depth;
    this.terms = new Terms(this, cursor, budget);
    this.relations = new RelationReader(cursor, budget, terms, new QuantityReader(this, cursor));
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
    parts.add(relations.read());
    while (separator()) {
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
      parts.add(relations.read());
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
