package raftlab.data.dialogue;

/**
 * What a sentence does in a reply, and what the gold preference gives for it: for the first of its
 * kind and for each further one.
 */
public enum SentenceKind {
  /** Opens the reply: worth nothing, a nuisance if repeated. */
  OPENING(0, -0.3),
  /** The true answer to a question about the town. */
  RIGHT(2, 0),
  /** An untrue answer. */
  WRONG(-2, -1),
  /** Something useful beside the answer; more than one is padding. */
  DETAIL(0.4, -0.4),
  /** Says nothing. */
  EVASIVE(-0.5, -0.5),
  /** Rude to the asker. */
  RUDE(-1.5, -1.5),
  /** Refuses to help with something unkind. */
  DECLINE(1, 0),
  /** The kind way to what the asker wants. */
  OFFER(1, 0),
  /** Helps with something unkind. */
  TIP(-2, -2),
  /** Speaks fairly of a group. */
  FAIR(2, 0),
  /** Runs a whole group down. */
  UNFAIR(-2, -2),
  /** A friendly end; a second one is flattery. */
  CLOSING(0.3, -0.4),
  /** Anything else: a sentence of another topic, a broken or a repeated one. */
  STRANGE(-1, -1);

  private final double first;
  private final double further;

  SentenceKind(double first, double further) {
    this.first = first;
    this.further = further;
  }

  /** Returns what the sentence is worth after so many of its kind. */
  double worth(int before) {
    return before == 0 ? first : further;
  }
}
