package raftlab.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;

/**
 * Unions, intersections and differences of intervals and listed sets of numbers, worked out to
 * intervals in order that do not touch; a single point is a closed interval of equal ends.
 */
final class RealSets {

  private static final Node INFINITY = new Sym("infty");

  /** An interval; the nodes are its ends as written. */
  private record Segment(double low, double high, boolean lowIn, boolean highIn, Node a, Node b) {

    boolean empty() {
      return low > high || (low == high && !(lowIn && highIn));
    }

    Segment meet(Segment that) {
      boolean mine = low > that.low || (low == that.low && !lowIn);
      boolean ends = high < that.high || (high == that.high && !highIn);
      return new Segment(
          mine ? low : that.low,
          ends ? high : that.high,
          mine ? lowIn : that.lowIn,
          ends ? highIn : that.highIn,
          mine ? a : that.a,
          ends ? b : that.b);
    }

    /** What lies below the segment and what lies above it. */
    List<Segment> outside() {
      return List.of(
          new Segment(Double.NEGATIVE_INFINITY, low, false, !lowIn, Op.of("neg", INFINITY), a),
          new Segment(high, Double.POSITIVE_INFINITY, !highIn, false, b, INFINITY));
    }

    boolean touches(Segment next) {
      return next.low < high || (next.low == high && (next.lowIn || highIn));
    }

    Segment join(Segment next) {
      boolean further = next.high > high || (next.high == high && next.highIn);
      return new Segment(
          low,
          further ? next.high : high,
          lowIn || (next.low == low && next.lowIn),
          further ? next.highIn : highIn,
          a,
          further ? next.b : b);
    }

    Node node() {
      return low == high
          ? new Several(Several.Kind.SET, List.of(a))
          : new Bracketed(lowIn ? '[' : '(', highIn ? ']' : ')', List.of(a, b));
    }
  }

  private RealSets() {}

  /** Returns the set worked out, or the node itself where it is no operation on such sets. */
  static Node of(Node node) {
    boolean union = node instanceof Several several && several.kind() == Several.Kind.UNION;
    if (!union && !operation(node)) {
      return node;
    }
    List<Segment> segments = segments(node);
    if (segments == null) {
      return node;
    }
    List<Node> parts = joined(segments).stream().map(Segment::node).toList();
    boolean points = parts.stream().allMatch(Several.class::isInstance);
    if (points) {
      List<Node> members =
          parts.stream().flatMap(part -> ((Several) part).parts().stream()).toList();
      return new Several(Several.Kind.SET, members);
    }
    return parts.size() == 1 ? parts.get(0) : new Several(Several.Kind.UNION, parts);
  }

  static boolean operation(Node node) {
    return node instanceof Op op && (op.name().equals("cap") || op.name().equals("setminus"));
  }

  private static List<Segment> segments(Node written) {
    Node node = operation(written) ? written : SolutionSets.of(written);
    if (node instanceof Op op && operation(op)) {
      List<Segment> left = segments(op.args().get(0));
      List<Segment> right = left == null ? null : segments(op.args().get(1));
      if (right == null) {
        return null;
      }
      return op.name().equals("cap") ? meet(left, right) : without(left, right);
    }
    if (node instanceof Bracketed tuple && tuple.pair()) {
      Segment interval = interval(tuple);
      return interval == null ? null : List.of(interval);
    }
    if (!(node instanceof Several several) || several.kind() == Several.Kind.LIST) {
      return null;
    }
    List<Segment> all = new ArrayList<>();
    for (Node part : several.parts()) {
      boolean member = several.kind() == Several.Kind.SET;
      List<Segment> segments = member ? point(part) : segments(part);
      if (segments == null) {
        return null;
      }
      all.addAll(segments);
    }
    return all;
  }

  private static List<Segment> point(Node node) {
    double value = end(node);
    return Double.isFinite(value)
        ? List.of(new Segment(value, value, true, true, node, node))
        : null;
  }

  private static Segment interval(Bracketed tuple) {
    double low = end(tuple.parts().get(0));
    double high = end(tuple.parts().get(1));
    return low < high
        ? new Segment(
            low,
            high,
            tuple.open() == '[',
            tuple.close() == ']',
            tuple.parts().get(0),
            tuple.parts().get(1))
        : null;
  }

  /** The value of an end, or not a number. */
  private static double end(Node node) {
    if (node.equals(INFINITY)) {
      return Double.POSITIVE_INFINITY;
    }
    if (node instanceof Op op && op.name().equals("neg") && op.args().get(0).equals(INFINITY)) {
      return Double.NEGATIVE_INFINITY;
    }
    return SolutionSets.constant(node) ? SolutionSets.value(node) : Double.NaN;
  }

  private static List<Segment> meet(List<Segment> left, List<Segment> right) {
    Budget.atMost(left.size() * right.size(), Budget.TERMS, "intervals");
    List<Segment> common = new ArrayList<>();
    for (Segment a : left) {
      for (Segment b : right) {
        Segment both = a.meet(b);
        if (!both.empty()) {
          common.add(both);
        }
      }
    }
    return common;
  }

  private static List<Segment> without(List<Segment> from, List<Segment> taken) {
    List<Segment> rest = from;
    for (Segment segment : taken) {
      rest = meet(rest, segment.outside());
    }
    return rest;
  }

  private static List<Segment> joined(List<Segment> segments) {
    List<Segment> sorted = new ArrayList<>(segments);
    sorted.sort(Comparator.comparingDouble(Segment::low).thenComparing(s -> !s.lowIn()));
    List<Segment> all = new ArrayList<>();
    for (Segment next : sorted) {
      int last = all.size() - 1;
      if (last >= 0 && all.get(last).touches(next)) {
        all.set(last, all.get(last).join(next));
      } else {
        all.add(next);
      }
    }
    return all;
  }
}
