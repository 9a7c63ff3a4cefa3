package raftlab.verify;

import java.util.SortedSet;
import java.util.TreeSet;
import raftlab.verify.Node.Op;

/**
 * Tells expressions whose variables can only be whole numbers: a sum up to n, or rounding on both
 * sides of names that stand for whole numbers. Those are compared at whole numbers only.
 */
final class WholeNumbers {

  private static final String NAMES = "nmkpqNMK";

  private WholeNumbers() {}

  static boolean only(Node gold, Node answer) {
    SortedSet<String> limits = new TreeSet<>();
    limits(gold, limits);
    limits(answer, limits);
    SortedSet<String> all = new TreeSet<>(Evaluation.names(gold));
    all.addAll(Evaluation.names(answer));
    boolean named = all.stream().allMatch(name -> name.length() == 1 && NAMES.contains(name));
    return named && (!limits.isEmpty() || (rounds(gold) && rounds(answer)));
  }

  private static boolean rounds(Node node) {
    return Shapes.calls(node, "floor") || Shapes.calls(node, "ceil");
  }

  /** Collects the names in the limits of sums and products. */
  private static void limits(Node node, SortedSet<String> names) {
    if (node instanceof Op op) {
      if (op.name().equals("sum") || op.name().equals("prod")) {
        names.addAll(Evaluation.names(op.args().get(1)));
        names.addAll(Evaluation.names(op.args().get(2)));
      }
      op.args().forEach(arg -> limits(arg, names));
    }
  }
}
