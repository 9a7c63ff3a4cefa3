package raftlab.eval;

import java.util.function.Consumer;

/** Subsets of k out of n. */
final class Combinations {

  private Combinations() {}

  /** Returns C(m, k) / C(n, k) for 0 <= m <= n and k <= n, without large factors; 0 if m < k. */
  static double ratio(int m, int n, int k) {
    double ratio = 1;
    for (int j = 0; j < k; j++) {
      ratio *= Math.max(0, m - j) / (double) (n - j);
    }
    return ratio;
  }

  /** Returns whether C(n, k) is at most {@code limit}. */
  static boolean atMost(int n, int k, long limit) {
    long count = 1;
    int few = Math.min(k, n - k);
    for (int j = 1; j <= few; j++) {
      count = count * (n - few + j) / j;
      if (count > limit) {
        return false;
      }
    }
    return true;
  }

  /** Calls with each subset of 0 .. n-1 in ascending order; the array is reused. */
  static void forEach(int n, int k, Consumer<int[]> visit) {
    int[] chosen = new int[k];
    for (int i = 0; i < k; i++) {
      chosen[i] = i;
    }
    do {
      visit.accept(chosen);
    } while (advance(chosen, n));
  }

  private static boolean advance(int[] chosen, int n) {
    int k = chosen.length;
    int at = k - 1;
    while (at >= 0 && chosen[at] == n - k + at) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    chosen[at]++;
    for (int i = at + 1; i < k; i++) {
      chosen[i] = chosen[i - 1] + 1;
    }
    return true;
  }
}
