package raftlab.grade;

/** What a field of a row is taken for. */
enum Role {
  ID,
  GOLD,
  /** A whole solution, of which the last box is the gold; only where there is no other gold. */
  SOLUTION,
  /** Whole responses, from which the answer must be extracted. */
  RESPONSE,
  /** Answers that stand alone. */
  BARE,
  /** The field {@code answer}: a bare answer where the row has another gold, else the gold. */
  ANSWER,
  OPTIONS
}
