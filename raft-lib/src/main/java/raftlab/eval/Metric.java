package raftlab.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import raftlab.core.Checks;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;

/**
 * What is measured of k completions of a problem.
 *
 * @param kind what of them
 * @param k how many, at least 1
 */
public record Metric(Kind kind, int k) {

  /** What counts of k completions. */
  public enum Kind {
    /** At least one is right; pass@1 is avg@n over all samples. */
    PASS,
    /** The answer with the most votes is right. */
    MAJ,
    /** The one with the highest reward is right. */
    BEST;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The share of right completions. */
  public static final Metric PASS_1 = pass(1);

  public Metric {
    Checks.notNull(kind, "metric");
    Checks.atLeast(k, 1, "k of " + kind.word() + "@k");
  }

  public static Metric pass(int k) {
    return new Metric(Kind.PASS, k);
  }

  public static Metric majority(int k) {
    return new Metric(Kind.MAJ, k);
  }

  public static Metric best(int k) {
    return new Metric(Kind.BEST, k);
  }

  /**
   * Reads names separated by commas, such as {@code pass@1,maj@8,best@8}.
   *
   * @throws UserError if one is no metric
   */
  public static List<Metric> list(String names) {
    return Arrays.stream(names.split(",", -1)).map(String::strip).map(Metric::of).toList();
  }

  /** Reads one name. */
  public static Metric of(String name) {
    int at = name.indexOf('@');
    String word = at < 0 ? name : name.substring(0, at);
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word) && name.substring(at + 1).matches("[1-9][0-9]{0,5}")) {
        return new Metric(kind, Integer.parseInt(name.substring(at + 1)));
      }
    }
    throw new UsageError(
        "--metrics " + name + " is not a metric",
        Suggest.near(word, Arrays.stream(Kind.values()).map(Kind::word).toList()),
        "Give some of pass@K, maj@K and best@K, K at least 1");
  }

  /** Returns the name, such as {@code pass@8}. */
  @Override
  public String toString() {
    return kind.word() + "@" + k;
  }
}
