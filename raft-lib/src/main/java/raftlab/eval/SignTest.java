package raftlab.eval;

import org.apache.commons.statistics.inference.BinomialTest;

/** The exact two-sided sign test: are wins and losses equally likely? */
public final class SignTest {

  private static final double EVEN = 0.5;

  private SignTest() {}

  /** Returns the p-value, in (0, 1]; 1 if there are neither wins nor losses. */
  public static double of(int wins, int losses) {
    int decided = wins + losses;
    return decided == 0
        ? 1
        : Math.min(1, BinomialTest.withDefaults().test(decided, wins, EVEN).getPValue());
  }
}
