package raftlab.algorithm;

/** Which completions count in the normaliser, the KL term and the entropy bonus of a loss. */
public enum Denominator {
  /** Those that were kept, and no other. */
  SELECTED,
  /**
   * Every completion that has a reward; those not kept have advantage 0 and still count
   * (Minimal-RL, algorithms.md card 3).
   */
  ALL
}
