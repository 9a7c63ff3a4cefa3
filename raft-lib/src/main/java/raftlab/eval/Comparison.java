package raftlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import raftlab.core.Checks;

/**
 * Two or more policies on the same problems.
 *
 * @param by what decides: a verifier and its profile, or a reward; the counts are automatic ones
 * @param pair the first policy against the second
 * @param pairs every policy against every later one, {@code pair} the first of them
 * @param wins win counts over all of them, against the second as baseline
 * @param flipped the problems on which the first two differ
 */
public record Comparison(
    String by,
    PairedComparison pair,
    List<PairedComparison> pairs,
    WinCounts wins,
    List<Flip> flipped) {

  public Comparison {
    Checks.notBlank(by, "what the comparison is by");
    pairs = List.copyOf(pairs);
    flipped = List.copyOf(flipped);
  }

  /**
   * Compares policies.
   *
   * @param by what gave the values
   * @param policies at least two, with names of their own, all on the same problems
   * @param confidence of the interval of the difference
   * @throws raftlab.core.UserError if they are not on the same problems
   */
  public static Comparison of(String by, List<ProblemValues> policies, Confidence confidence) {
    Checks.that(policies.size() >= 2, () -> "one policy cannot be compared");
    List<PairedComparison> pairs = new ArrayList<>();
    for (int a = 0; a < policies.size(); a++) {
      for (int b = a + 1; b < policies.size(); b++) {
        pairs.add(PairedComparison.of(policies.get(a), policies.get(b), confidence));
      }
    }
    List<List<Double>> rankings = new ArrayList<>();
    for (String problem : policies.get(0).values().keySet()) {
      rankings.add(policies.stream().map(policy -> policy.values().get(problem)).toList());
    }
    List<String> names = policies.stream().map(ProblemValues::name).toList();
    return new Comparison(
        by,
        pairs.get(0),
        pairs,
        WinCounts.of(names, names.get(1), rankings),
        Flip.between(policies.get(0), policies.get(1)));
  }

  /** Returns whether the interval of the difference leaves out zero. */
  public boolean differs() {
    Estimate difference = pair.difference();
    return difference.hasInterval() && (difference.low() > 0 || difference.high() < 0);
  }

  @Override
  public String toString() {
    if (pairs.size() > 1) {
      List<String> counts =
          wins.methods().stream().map(each -> each.method() + " " + each.wins()).toList();
      return "wins over all pairs by " + by + ": " + String.join(", ", counts);
    }
    return String.format(
        Locale.ROOT,
        "%s against %s by %s: %d wins, %d ties, %d losses on %d problems",
        pair.a(),
        pair.b(),
        by,
        pair.wins(),
        pair.ties(),
        pair.losses(),
        pair.wins() + pair.ties() + pair.losses());
  }
}
