package raftlab.verify;

/** What a verdict says. */
public enum Outcome {
  /** The answer means the same as the gold. */
  EQUAL,
  /** It does not, or there is no answer. */
  DIFFERENT,
  /**
   * The gold is unusable, a budget was spent, or the two could be neither proved equal nor told
   * apart.
   */
  UNKNOWN
}
