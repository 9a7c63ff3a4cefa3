package raftlab.data.minimath;

/** The kinds of authors whose solutions a base model has read. */
public enum AuthorStyle {
  /** The reference steps and the right answer in a box. */
  CAREFUL,
  /** A boxed answer without steps; the harder the problem, the more often a wrong one. */
  HASTY,
  /** Steps with one slip that carries on to a wrong boxed answer. */
  SLOPPY,
  /** The reference steps and the right answer, but not in a box. */
  UNBOXED,
  /** Begins, drifts into an unrelated remark and gives up. */
  RAMBLING
}
