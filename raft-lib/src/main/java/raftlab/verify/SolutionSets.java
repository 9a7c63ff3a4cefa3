package raftlab.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;

/** Reads inequalities on one variable as intervals and unions. */
final class SolutionSets {

  private static final Node INFINITY = new Sym("infty");
  private static final Node MINUS_INFINITY = Op.of("neg", INFINITY);

  private SolutionSets() {}

  /** Returns the set that relations on one variable describe; anything else as it is. */
  static Node of(Node node) {
    if (node instanceof Several several && Shapes.alternatives(several)) {
      return alternatives(several);
    }
    if (node instanceof Op op && op.name().equals("setminus") && reals(op.args().get(0))) {
      Node points = op.args().get(1);
      return excluded(points instanceof Several several ? several.parts() : List.of(points), node);
    }
    return node instanceof Relation relation ? solutions(relation) : node;
  }

  private static Node alternatives(Several several) {
    List<Node> points = excludedPoints(several);
    if (points != null) {
      return excluded(points, several);
    }
    List<Node> parts = several.parts().stream().map(SolutionSets::of).toList();
    boolean sets =
        parts.stream().allMatch(part -> part instanceof Bracketed || part instanceof Several);
    return sets ? new Several(Several.Kind.UNION, flattened(parts)) : several;
  }

  private static List<Node> flattened(List<Node> parts) {
    List<Node> flat = new ArrayList<>();
    for (Node part : parts) {
      boolean union = part instanceof Several several && several.kind() == Several.Kind.UNION;
      flat.addAll(union ? ((Several) part).parts() : List.of(part));
    }
    return flat;
  }

  /** {@code x≠1, x≠4}, also {@code x≠1, 4}: the points left out, or null. */
  private static List<Node> excludedPoints(Several several) {
    List<Node> points = new ArrayList<>();
    for (Node part : several.parts()) {
      boolean unequal =
          part instanceof Relation relation
              && relation.signs().equals(List.of("\\ne"))
              && relation.sides().get(0) instanceof Sym;
      if (!unequal && (points.isEmpty() || part instanceof Relation)) {
        return null;
      }
      points.add(unequal ? ((Relation) part).sides().get(1) : part);
    }
    return points;
  }

  private static boolean reals(Node node) {
    return node.equals(new Bracketed('(', ')', List.of(MINUS_INFINITY, INFINITY)));
  }

  /** The real line without some points, as open intervals in order. */
  private static Node excluded(List<Node> points, Node otherwise) {
    for (Node point : points) {
      if (!constant(point)) {
        return points.size() == 1 && otherwise instanceof Relation ? gap(point) : otherwise;
      }
    }
    List<Node> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingDouble(SolutionSets::value));
    List<Node> intervals = new ArrayList<>();
    Node low = MINUS_INFINITY;
    for (Node point : sorted) {
      intervals.add(new Bracketed('(', ')', List.of(low, point)));
      low = point;
    }
    intervals.add(new Bracketed('(', ')', List.of(low, INFINITY)));
    return new Several(Several.Kind.UNION, intervals);
  }

  static boolean constant(Node point) {
    return (point instanceof Num || point instanceof Op || point instanceof Sym)
        && Evaluation.variables(point) != null
        && Evaluation.variables(point).isEmpty();
  }

  static double value(Node constant) {
    return new Evaluation(0, new Budget(Budget.STEPS_PER_MILLISECOND)).of(constant).re();
  }

  private static Node gap(Node point) {
    return new Several(
        Several.Kind.UNION,
        List.of(
            new Bracketed('(', ')', List.of(MINUS_INFINITY, point)),
            new Bracketed('(', ')', List.of(point, INFINITY))));
  }

  private static Node solutions(Relation written) {
    Relation relation = upward(written);
    List<String> signs = relation.signs();
    List<Node> sides = relation.sides();
    if (signs.size() == 1 && sides.get(0) instanceof Sym) {
      if (signs.get(0).equals("\\in")) {
        return of(sides.get(1));
      }
      if (signs.get(0).equals("\\ne")) {
        return excluded(List.of(sides.get(1)), written);
      }
    }
    return signs.stream().allMatch(sign -> sign.equals("<") || sign.equals("\\le"))
        ? ordered(relation, written)
        : written;
  }

  private static Node ordered(Relation relation, Relation written) {
    List<String> signs = relation.signs();
    List<Node> sides = relation.sides();
    int variable = -1;
    for (int k = 0; k < sides.size(); k++) {
      if (isVariable(sides.get(k))) {
        if (variable >= 0) {
          return written;
        }
        variable = k;
      }
    }
    boolean placed = sides.size() == 3 ? variable == 1 : sides.size() == 2 && variable >= 0;
    if (!placed) {
      return written;
    }
    Node low = variable == 0 ? null : sides.get(variable - 1);
    Node high = variable == sides.size() - 1 ? null : sides.get(variable + 1);
    Bracketed interval =
        new Bracketed(
            low != null && signs.get(0).equals("\\le") ? '[' : '(',
            high != null && signs.get(signs.size() - 1).equals("\\le") ? ']' : ')',
            List.of(low == null ? MINUS_INFINITY : low, high == null ? INFINITY : high));
    return sides.get(variable) instanceof Op op && op.name().equals("abs")
        ? distances(op.args().get(0), interval, low != null, high != null)
        : interval;
  }

  private static boolean isVariable(Node side) {
    boolean named = side instanceof Sym sym && !Evaluation.isConstant(sym.name());
    return named
        || (side instanceof Op op
            && (op.name().startsWith("call")
                || (op.name().equals("abs") && centre(op.args().get(0)) != null)));
  }

  /** The point from which {@code x-a} measures a distance, or null if it is of another form. */
  private static Node centre(Node inside) {
    if (inside instanceof Sym) {
      return new Num(Numeral.exact(Rational.ZERO));
    }
    boolean shifted =
        inside instanceof Op op
            && op.name().equals("+")
            && op.args().size() == 2
            && op.args().get(0) instanceof Sym;
    if (!shifted) {
      return null;
    }
    Node shift = ((Op) inside).args().get(1);
    return shift instanceof Op op && op.name().equals("neg")
        ? op.args().get(0)
        : Op.of("neg", shift);
  }

  /** The points whose distance from the centre lies in an interval. */
  private static Node distances(Node inside, Bracketed interval, boolean low, boolean high) {
    Node centre = centre(inside);
    Node near = interval.parts().get(0);
    Node far = interval.parts().get(1);
    char open = interval.open();
    char close = interval.close();
    if (!low) {
      char opening = close == ']' ? '[' : '(';
      return new Bracketed(opening, close, List.of(minus(centre, far), Op.of("+", centre, far)));
    }
    Node left =
        new Bracketed(
            high && close == ']' ? '[' : '(',
            open == '[' ? ']' : ')',
            List.of(high ? minus(centre, far) : MINUS_INFINITY, minus(centre, near)));
    Node right =
        new Bracketed(
            open, close, List.of(Op.of("+", centre, near), high ? plus(centre, far) : INFINITY));
    return new Several(Several.Kind.UNION, List.of(left, right));
  }

  private static Node plus(Node a, Node b) {
    return Op.of("+", a, b);
  }

  private static Node minus(Node a, Node b) {
    return Op.of("+", a, Op.of("neg", b));
  }

  /** Turns a relation round so that its signs point to the right. */
  static Relation upward(Relation relation) {
    boolean turn =
        relation.signs().stream().allMatch(sign -> sign.equals(">") || sign.equals("\\ge"));
    return turn ? turned(relation) : relation;
  }

  private static Relation turned(Relation relation) {
    List<Node> sides = new ArrayList<>(relation.sides());
    java.util.Collections.reverse(sides);
    List<String> signs = new ArrayList<>();
    for (int k = relation.signs().size() - 1; k >= 0; k--) {
      signs.add(relation.signs().get(k).equals(">") ? "<" : "\\le");
    }
    return new Relation(sides, signs);
  }
}
