package raftlab.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** "Did you mean": finds the known name nearest to what was typed. */
public final class Suggest {

  private static final int NEAR = 2;
  private static final int LISTED = 8;

  private Suggest() {}

  /**
   * Returns "Did you mean x?" for a name within two edits, else a list of at most eight known
   * names.
   */
  public static String near(String typed, Collection<String> known) {
    return nearest(typed, known)
        .map(name -> "Did you mean " + name + "?")
        .orElseGet(() -> "Known: " + listed(known, Comparator.naturalOrder()));
  }

  /**
   * Returns the known name within two edits of what was typed, the nearest first, ties in
   * alphabetical order.
   */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(typed, name) <= NEAR)
        .min(
            Comparator.<String>comparingInt(name -> distance(typed, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns "Known: x, y" with at most eight names, those within two edits first. */
  public static String known(String typed, Collection<String> known) {
    return "Known: "
        + listed(
            known,
            Comparator.<String>comparingInt(name -> Math.min(distance(typed, name), NEAR + 1))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String listed(Collection<String> known, Comparator<String> order) {
    String head = known.stream().sorted(order).limit(LISTED).collect(Collectors.joining(", "));
    if (known.isEmpty()) {
      return "none";
    }
    return known.size() > LISTED ? head + ", and " + (known.size() - LISTED) + " more" : head;
  }

  /**
   * Returns the number of insertions, deletions, substitutions and swaps of neighbours between two
   * words.
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + substitution, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
