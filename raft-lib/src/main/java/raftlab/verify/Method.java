package raftlab.verify;

/** How a verdict was reached. */
public enum Method {
  /** The texts are identical after normalisation. */
  STRING,
  /** Both are numbers, compared exactly or within the tolerance of the profile. */
  RATIONAL,
  /** Both were brought to one canonical form over the integers. */
  CANONICAL,
  /** Both were evaluated at fixed points; agreement is probable, not proved. */
  SAMPLING,
  /** Numbers too large to form, compared by their iterated logarithms. */
  MAGNITUDE,
  /** Compared part by part: tuples, lists, sets, intervals, matrices. */
  PARTS,
  /** Equations or inequalities, compared by what they have on both sides. */
  RELATION,
  /** Quantities: their units decided. */
  UNIT,
  /** Words. */
  TEXT,
  /** A letter of a multiple-choice question. */
  LETTER,
  /** The two are of kinds that cannot be equal. */
  KIND,
  /** Nothing was compared: no answer, an unusable gold, or a spent budget. */
  NONE
}
