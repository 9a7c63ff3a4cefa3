package raftlab.data.minimath;

/**
 * One kind of problem: several wordings of one question over a space of numbers.
 *
 * @param name its stable name, written to the column {@code family}
 * @param subject the subject it belongs to
 * @param minLevel the easiest level it is asked at, from 1
 * @param maxLevel the hardest, up to 5
 * @param maker draws an exercise
 */
record Family(String name, Subject subject, int minLevel, int maxLevel, Maker maker) {

  /** Draws an exercise of a level. */
  @FunctionalInterface
  interface Maker {
    Exercise make(Draw draw, int level);
  }

  /** Returns whether the family has problems of this level. */
  boolean has(int level) {
    return minLevel <= level && level <= maxLevel;
  }

  /** Draws a problem. */
  Problem make(Draw draw, int level) {
    return new Problem(this, level, maker.make(draw, level));
  }
}
