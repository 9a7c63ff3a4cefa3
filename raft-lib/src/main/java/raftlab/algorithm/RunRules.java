package raftlab.algorithm;

import raftlab.core.Checks;

/**
 * When a run ends early and what it does if too little was kept.
 *
 * @param stopIf a condition on a round's metrics, such as {@code entropy<0.1}; empty for none
 * @param maxRefill how often a round whose selection is smaller than a batch draws as many further
 *     prompts again; 0 trains on a smaller batch
 * @param budget sampled tokens after which no further round begins: the round that reaches it is
 *     the last; 0 for none. Evaluations don't count
 */
public record RunRules(String stopIf, int maxRefill, long budget) {

  /** Runs all rounds and never refills. */
  public static final RunRules NONE = new RunRules("", 0);

  public RunRules {
    Checks.notNull(stopIf, "stop condition");
    Checks.usage(
        maxRefill >= 0,
        "--max-refill " + maxRefill + " is not a number of refills",
        "",
        "Give 0 (off) or more");
    Checks.usage(
        budget >= 0,
        "--budget " + budget + " is not a number of tokens",
        "",
        "Give 0 (no bound) or more");
    if (!stopIf.isEmpty()) {
      StopCondition.of(stopIf);
    }
  }

  /** Rules without a budget of tokens. */
  public RunRules(String stopIf, int maxRefill) {
    this(stopIf, maxRefill, 0);
  }

  /** Returns whether so many sampled tokens leave nothing for another round. */
  boolean spends(double tokens) {
    return budget > 0 && tokens >= budget;
  }

  /** Returns whether a round with these metrics is the last. */
  boolean ends(java.util.Map<String, Double> metrics) {
    return !stopIf.isEmpty() && StopCondition.of(stopIf).holds(metrics);
  }
}
