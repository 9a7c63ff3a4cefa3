package raftlab.eval;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * The exact two-sided sign test: are wins and losses equally likely? The p-value is twice the
 * smaller binomial tail, at most 1. A two-sided test that sums the outcomes no likelier than the
 * one seen is the same in theory, but rounding can lose the outcome that is exactly as likely.
 */
public final class SignTest {

  private static final double EVEN = 0.5;
  private static final BinomialTest LOWER_TAIL =
      BinomialTest.withDefaults().with(AlternativeHypothesis.LESS_THAN);

  private SignTest() {}

  /** Returns the p-value, in (0, 1]; 1 if there are neither wins nor losses. */
  public static double of(int wins, int losses) {
    int decided = wins + losses;
    return decided == 0
        ? 1
        : Math.min(1, 2 * LOWER_TAIL.test(decided, Math.min(wins, losses), EVEN).getPValue());
  }
}
