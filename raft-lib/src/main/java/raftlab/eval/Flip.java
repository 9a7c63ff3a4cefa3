package raftlab.eval;

import java.util.Comparator;
import java.util.List;

/**
 * A problem on which two policies differ.
 *
 * @param promptId the problem
 * @param a the first policy's value
 * @param b the second policy's value
 */
public record Flip(String promptId, double a, double b) {

  /** Returns the problems that differ, the largest difference first, ties in their order. */
  public static List<Flip> between(ProblemValues a, ProblemValues b) {
    return a.values().entrySet().stream()
        .filter(each -> b.values().containsKey(each.getKey()))
        .map(each -> new Flip(each.getKey(), each.getValue(), b.values().get(each.getKey())))
        .filter(flip -> flip.a() != flip.b())
        .sorted(Comparator.comparingDouble(flip -> -Math.abs(flip.a() - flip.b())))
        .toList();
  }
}
