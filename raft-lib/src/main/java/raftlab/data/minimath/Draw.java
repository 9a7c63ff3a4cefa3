package raftlab.data.minimath;

import raftlab.core.Seeds;

/**
 * The draws that make one problem: a seed and a counter, so that a problem is a pure function of
 * its seed. Not thread-safe; make one per problem.
 */
final class Draw {

  private static final String[] NAMES = {
    "Mia", "Tom", "Ana", "Ben", "Lea", "Sam", "Eva", "Max", "Ida", "Leo"
  };
  private static final String[] THINGS = {
    "apples", "books", "coins", "cards", "shells", "stamps", "pens", "plums"
  };

  private final long seed;
  private long counter;

  Draw(long seed) {
    this.seed = seed;
  }

  /** Returns an integer from least to most, both included. */
  long between(long least, long most) {
    return least + Seeds.below(seed, counter++, Math.toIntExact(most - least + 1));
  }

  /** Returns an integer from -most to most, never zero. */
  long signed(long most) {
    long value = between(1, most);
    return chance(0.5) ? value : -value;
  }

  /** Returns an integer from 1 to most that shares no divisor with d. */
  long coprime(long most, long d) {
    long value = between(1, most);
    return Hand.gcd(value, d) == 1 ? value : coprime(most, d);
  }

  /** Returns one of the values. */
  long oneOf(long... values) {
    return values[Seeds.below(seed, counter++, values.length)];
  }

  /** Returns one of the texts. */
  String pick(String... texts) {
    return texts[Seeds.below(seed, counter++, texts.length)];
  }

  /** Returns a number in [0, 1). */
  double uniform() {
    return Seeds.uniform(seed, counter++);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Picks one of several wordings of the same question. */
  Wording wording(String... wordings) {
    return new Wording(pick(wordings), pick(NAMES), pick(THINGS));
  }
}
