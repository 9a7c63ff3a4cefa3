package raftlab.core;

import java.util.Locale;

/** A number with its noun: {@code 1 step}, {@code 2 steps}. */
public final class Counted {

  private Counted() {}

  /** Returns the number and the noun, which takes an s unless there is exactly one. */
  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** The same with thousands set apart: {@code 2,600 steps}. */
  public static String grouped(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
