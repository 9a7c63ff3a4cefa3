package raftlab.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import raftlab.core.Checks;

/**
 * The estimates of an evaluation whose problems go by one at a time: only counts and sizes of
 * classes of equal answers are kept, in memory that does not grow with the number of problems. The
 * same estimators as {@link Evaluator}, for k = 2, 4, 8, ... and the number of samples. Not
 * thread-safe.
 */
public final class Tally {

  private static final int REMEMBERED = 100_000;
  private static final long SEED = 0;

  private final ShareSum passAt1 = new ShareSum();
  private final Map<Integer, ShareSum> passAtK = new TreeMap<>();
  private final Map<Integer, ShareSum> majAtK = new TreeMap<>();
  private final Map<List<Integer>, Map<Integer, Double>> majorities = new HashMap<>();
  private int fewest = Integer.MAX_VALUE;
  private int most;

  /**
   * Adds a problem.
   *
   * @param samples completions, at least 1
   * @param correct how many are right
   * @param ballot their votes; not read for a single sample
   */
  public void add(int samples, int correct, Ballot ballot) {
    Checks.that(
        samples >= 1 && correct >= 0 && correct <= samples,
        () -> correct + " of " + samples + " cannot be right");
    fewest = Math.min(fewest, samples);
    most = Math.max(most, samples);
    passAt1.add(correct / (double) samples);
    if (samples == 1) {
      return;
    }
    Map<Integer, Double> majority = majority(ballot);
    for (int k : sizes(samples)) {
      passAtK.computeIfAbsent(k, key -> new ShareSum()).add(PassAtK.of(samples, correct, k));
      majAtK.computeIfAbsent(k, key -> new ShareSum()).add(majority.get(k));
    }
  }

  /** Returns how many problems were added. */
  public long problems() {
    return passAt1.count();
  }

  /** Returns the fewest samples of a problem, 0 before the first. */
  public int fewestSamples() {
    return problems() == 0 ? 0 : fewest;
  }

  /** Returns the most samples of a problem. */
  public int mostSamples() {
    return most;
  }

  /** Returns the mean share of right completions; needs a problem. */
  public Estimate passAt1() {
    return passAt1.estimate(fewest);
  }

  /** Returns pass@k for each k that every problem has samples for; empty for single samples. */
  public Map<Integer, Estimate> passAtK() {
    return estimates(passAtK);
  }

  /** Returns maj@k for the same k. */
  public Map<Integer, Estimate> majAtK() {
    return estimates(majAtK);
  }

  /** Returns 2, 4, 8, ... up to the number of samples, and that number. */
  public static List<Integer> sizes(int samples) {
    TreeSet<Integer> sizes = new TreeSet<>();
    for (int k = 2; k <= samples; k *= 2) {
      sizes.add(k);
    }
    if (samples > 1) {
      sizes.add(samples);
    }
    return List.copyOf(sizes);
  }

  private Map<Integer, Estimate> estimates(Map<Integer, ShareSum> sums) {
    Map<Integer, Estimate> estimates = new LinkedHashMap<>();
    sums.forEach(
        (k, sum) -> {
          if (sum.count() == problems()) {
            estimates.put(k, sum.estimate(fewest));
          }
        });
    return estimates;
  }

  /** A majority depends on the sizes of the classes alone, and few combinations of them occur. */
  private Map<Integer, Double> majority(Ballot ballot) {
    List<Integer> shape = shape(ballot);
    Map<Integer, Double> known = majorities.get(shape);
    if (known == null) {
      known = new HashMap<>();
      int samples = ballot.votes().size();
      for (int k : sizes(samples)) {
        known.put(k, MajorityAtK.of(ballot, k, SEED));
      }
      if (majorities.size() < REMEMBERED) {
        majorities.put(shape, known);
      }
    }
    return known;
  }

  /** The number of voters, then the classes' sizes in order, the right ones with a sign. */
  private static List<Integer> shape(Ballot ballot) {
    int[] sizes = new int[ballot.right().size()];
    for (int vote : ballot.votes()) {
      if (vote != Ballot.NO_VOTE) {
        sizes[vote]++;
      }
    }
    List<Integer> shape = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      shape.add(ballot.right().get(i) ? -sizes[i] : sizes[i]);
    }
    shape.sort(null);
    shape.add(ballot.votes().size());
    return shape;
  }
}
