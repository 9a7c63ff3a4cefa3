package raftlab.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import raftlab.core.Checks;
import raftlab.core.Suggest;

/**
 * Win counts over all pairs of methods as ImageReward counts them (arXiv 2304.05977, table 4): in
 * each ranking all methods are compared pairwise, and a strictly higher score wins.
 *
 * <p>A count depends on the set of methods, a win rate on the baseline only. Scores given by a
 * reward or a verifier make the counts automatic ones; the source has people rank.
 *
 * @param baseline the method that win rates are against
 * @param methods one count per method, in the order given
 * @param rankings how many rankings were pooled
 */
public record WinCounts(String baseline, List<WinCount> methods, int rankings) {

  public WinCounts {
    methods = List.copyOf(methods);
  }

  /**
   * Counts wins.
   *
   * @param methods names, no two the same
   * @param baseline one of them
   * @param rankings for each prompt and ranking one score per method, higher is better, none NaN
   */
  public static WinCounts of(List<String> methods, String baseline, List<List<Double>> rankings) {
    Checks.user(
        new HashSet<>(methods).size() == methods.size(),
        "two methods have one name",
        "methods: " + String.join(", ", methods),
        "");
    int base = methods.indexOf(baseline);
    Checks.user(
        base >= 0,
        "baseline \"" + baseline + "\" is not among the methods",
        "",
        Suggest.near(baseline, methods));
    List<WinCount> counts = new ArrayList<>();
    for (int a = 0; a < methods.size(); a++) {
      int wins = 0;
      for (int b = 0; b < methods.size(); b++) {
        wins += wins(rankings, a, b);
      }
      counts.add(
          new WinCount(methods.get(a), wins, wins(rankings, a, base), wins(rankings, base, a)));
    }
    return new WinCounts(baseline, counts, rankings.size());
  }

  private static int wins(List<List<Double>> rankings, int a, int b) {
    return (int) rankings.stream().filter(scores -> scores.get(a) > scores.get(b)).count();
  }
}
