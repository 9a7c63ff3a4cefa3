package raftlab.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;
import raftlab.verify.Node.Text;

/**
 * What an answer with a name in front stands for: {@code x=47} for 47, {@code g(s)=4s-11} for the
 * right-hand side. Any other equation stands for itself, not for its last side.
 */
final class Labels {

  private Labels() {}

  /** Returns the tree without its labels, part by part in lists; the same tree if it has none. */
  static Node stripped(Node node) {
    if (node instanceof Several several) {
      List<Node> parts = several.parts().stream().map(Labels::stripped).toList();
      return parts.equals(several.parts()) ? node : new Several(several.kind(), parts);
    }
    if (!(node instanceof Relation written)) {
      return node;
    }
    Relation relation = chain(written);
    if (relation.sides().size() == 1) {
      return relation.sides().get(0);
    }
    boolean label =
        relation.sides().size() == 2
            && List.of("=", "\\in", "\\approx").contains(relation.signs().get(0))
            && isLabel(relation.sides().get(0));
    return label ? relation.sides().get(1) : node;
  }

  /**
   * Shortens a chain: what comes after an approximation sign goes, and between the label and the
   * last side of equal ones nothing stays.
   */
  static Relation chain(Relation written) {
    List<Node> sides = written.sides();
    List<String> signs = written.signs();
    int about = signs.indexOf("\\approx");
    if (about > 0 || (about == 0 && !isLabel(sides.get(0)))) {
      sides = sides.subList(0, about + 1);
      signs = signs.subList(0, about);
    }
    boolean equal = signs.stream().allMatch("="::equals);
    if (equal && sides.size() > 2 && isLabel(sides.get(0))) {
      return new Relation(List.of(sides.get(0), sides.get(sides.size() - 1)), List.of("="));
    }
    return sides.size() == written.sides().size() ? written : new Relation(sides, signs);
  }

  /** Returns whether both are lists whose labels differ in their subscripts only. */
  static boolean oneName(Node gold, Node answer) {
    Set<String> names = new LinkedHashSet<>();
    for (Node side : List.of(gold, answer)) {
      if (!(side instanceof Several several)) {
        return false;
      }
      for (Node part : several.parts()) {
        if (assignment(part)) {
          String name = name(part);
          int script = name.indexOf('_');
          names.add(script < 0 ? name : name.substring(0, script));
        } else if (part instanceof Relation) {
          return false;
        }
      }
    }
    return names.size() == 1;
  }

  static boolean isLabel(Node side) {
    if (side instanceof Sym || side instanceof Text) {
      return true;
    }
    if (side instanceof Bracketed tuple) {
      return tuple.parts().stream().allMatch(Sym.class::isInstance);
    }
    return side instanceof Op op && (op.name().startsWith("call") || segments(op));
  }

  /** Products and ratios of capital letters name lengths, angles and areas: {@code AB:CD}. */
  private static boolean segments(Op op) {
    return switch (op.name()) {
      case "*" ->
          change(op)
              || measure(op)
              || (capital(op.args().get(0)) && op.args().stream().allMatch(Labels::named));
      case "/", "frac" ->
          op.args().stream().allMatch(arg -> arg instanceof Sym || capital(arg))
              && op.args().stream().anyMatch(Labels::capital);
      case "abs", "overline" -> capital(op.args().get(0));
      default -> false;
    };
  }

  /** {@code \Delta p} is the name of a change. */
  private static boolean change(Op op) {
    return op.args().get(0).equals(new Sym("Delta")) && op.args().get(1) instanceof Sym;
  }

  /** {@code m\\angle A} is the measure of an angle. */
  private static boolean measure(Op op) {
    return op.args().get(0) instanceof Op angle
        && angle.name().equals("*")
        && angle.args().equals(List.of(new Sym("m"), new Sym("angle")))
        && capital(op.args().get(1));
  }

  private static boolean named(Node node) {
    return capital(node) || node instanceof Num;
  }

  private static boolean capital(Node node) {
    if (node instanceof Sym sym) {
      return Character.isUpperCase(sym.name().charAt(0)) || sym.name().equals("angle");
    }
    return node instanceof Op op
        && (segments(op) || (op.name().equals("deg") && capital(op.args().get(0))));
  }

  /**
   * Reads assignments as points: {@code x=1, y=2} is (1, 2), and {@code p=5, q=2; p=7, q=2} are
   * two. Anything else gives null.
   */
  static List<Node> points(Node node) {
    if (!(node instanceof Several several) || several.parts().size() < 2) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>();
    for (Node part : several.parts()) {
      if (!assignment(part)) {
        return null;
      }
      names.add(name(part));
    }
    int dimension = names.size();
    if (dimension < 2 || several.parts().size() % dimension != 0) {
      return null;
    }
    List<Node> points = new ArrayList<>();
    for (int k = 0; k < several.parts().size(); k += dimension) {
      Map<String, Node> point = new TreeMap<>();
      for (Node part : several.parts().subList(k, k + dimension)) {
        point.put(name(part), ((Relation) part).sides().get(1));
      }
      if (point.size() < dimension) {
        return null;
      }
      points.add(new Bracketed('(', ')', List.copyOf(point.values())));
    }
    return points;
  }

  private static boolean assignment(Node node) {
    return node instanceof Relation relation
        && relation.sides().size() == 2
        && relation.equation()
        && relation.sides().get(0) instanceof Sym;
  }

  private static String name(Node assignment) {
    return ((Sym) ((Relation) assignment).sides().get(0)).name();
  }
}
