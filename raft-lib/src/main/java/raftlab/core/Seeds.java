package raftlab.core;

import java.nio.charset.StandardCharsets;

/**
 * The counter-based generator behind every random draw: a pure function from a key to bits, so that
 * a draw depends on what it is for (seed, iteration, prompt id, sample index, position) and never
 * on the order in which work is done.
 *
 * <p>The mixing step is the finaliser of SplitMix64 (Steele, Lea, Flood 2014), applied once per
 * part of the key.
 */
public final class Seeds {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private Seeds() {}

  /** Derives a seed from a parent seed and the parts of a key. */
  public static long derive(long seed, long... key) {
    long state = mix(seed + GAMMA);
    for (long part : key) {
      state = mix(state ^ mix(part + GAMMA));
    }
    return state;
  }

  /**
   * Hashes a text, such as a prompt id or the name of a phase, to a part of a key (FNV-1a, then
   * mixed).
   */
  public static long key(String text) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  /** Returns the uniform draw in [0, 1) that belongs to a seed and a counter. */
  public static double uniform(long seed, long counter) {
    return (derive(seed, counter) >>> 11) * UNIT;
  }

  /** Returns the draw in 0 .. bound-1 that belongs to a seed and a counter. */
  public static int below(long seed, long counter, int bound) {
    return (int) (uniform(seed, counter) * bound);
  }

  /** Returns 0 .. size-1 in an order decided by the seed (Fisher-Yates). */
  public static int[] permutation(int size, long seed) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    for (int i = size - 1; i > 0; i--) {
      int j = below(seed, i, i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  private static long mix(long z) {
    long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
