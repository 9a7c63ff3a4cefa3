package raftlab.report.published;

/** How far a published number can be trusted; the letters are shown with it. */
public enum Mark {
  /** Read in a public source that is named: may be shown as published and ranked in its table. */
  S,
  /** Given on the RAFT page, without a second source: shown as unverified, never ranked. */
  P,
  /** Arithmetic on other numbers: a note, never a published value. */
  I,
  /** Recalled, no source at hand: shown as unverified, out of rankings and differences. */
  M;

  /** Returns whether rows with this mark may be ranked among rows of equal setting. */
  public boolean ranked() {
    return this == S;
  }

  /** Returns the label shown beside the value, empty for a sourced number. */
  public String label() {
    return this == S ? "" : "unverified";
  }
}
