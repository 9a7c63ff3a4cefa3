package raftlab.eval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import raftlab.core.Checks;

/**
 * Where a proxy reward and the gold reward part: the place from which gold falls while the proxy
 * goes on rising (over-optimisation, arXiv 2210.10760).
 *
 * @param at index of the largest gold value, the first if several are equal
 * @param gold the value there
 * @param lost by how much gold at the end lies below it, more than 0
 * @param gained by how much the proxy has risen from there to the end, more than 0
 */
public record Parting(int at, double gold, double lost, double gained) {

  /**
   * Finds the place.
   *
   * @param proxy the proxy along the way, over rounds or over K
   * @param gold gold at the same places
   * @param noise how far gold must fall to count, such as half the width of its interval; 0 or more
   */
  public static Optional<Parting> of(List<Double> proxy, List<Double> gold, double noise) {
    Checks.that(
        proxy.size() == gold.size() && !gold.isEmpty(),
        () -> proxy.size() + " proxy values and " + gold.size() + " gold values");
    int best = 0;
    for (int i = 1; i < gold.size(); i++) {
      best = gold.get(i) > gold.get(best) ? i : best;
    }
    int end = gold.size() - 1;
    double lost = gold.get(best) - gold.get(end);
    double gained = proxy.get(end) - proxy.get(best);
    return lost > noise && gained > 0
        ? Optional.of(new Parting(best, gold.get(best), lost, gained))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "gold is best at %d (%.3f) and then loses %.3f", at, gold, lost);
  }
}
