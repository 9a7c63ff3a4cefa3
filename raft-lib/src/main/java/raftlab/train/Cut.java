package raftlab.train;

import raftlab.core.Checks;

/**
 * How the batch of a step is cut so that it fits into memory. Nothing here changes the result
 * beyond rounding.
 *
 * @param cells the most tokens of a micro-batch, padding included; a longer example has one alone
 * @param rows the most examples of a micro-batch
 * @param packed whether rows lie one behind the other without padding; none sees another
 * @param checkpointed whether only the layers' inputs are kept and the rest is computed anew on the
 *     way back: a third more arithmetic for a fraction of the memory
 */
public record Cut(int cells, int rows, boolean packed, boolean checkpointed) {

  /**
   * The most tokens of a micro-batch where several threads work on a small model: what a layer
   * keeps of them then stays in a core's cache. docs/performance/training.md has the figures.
   */
  static final int CACHED = 512;

  /** The fewest tokens of a training step that are worth a thread of their own. */
  static final int LEAST = 256;

  public Cut {
    Checks.atLeast(cells, 1, "cells");
    Checks.atLeast(rows, 1, "rows");
  }

  /** Padded rectangles of at most this many tokens. */
  public static Cut padded(int cells) {
    return new Cut(cells, Integer.MAX_VALUE, false, false);
  }

  /** The same without padding. */
  public static Cut packed(int cells) {
    return new Cut(cells, Integer.MAX_VALUE, true, false);
  }

  /** Returns the cut with at most this many tokens at a time. */
  public Cut withCells(int value) {
    return new Cut(value, rows, packed, checkpointed);
  }

  /** Returns the cut with at most this many examples at a time. */
  public Cut withRows(int value) {
    return new Cut(cells, value, packed, checkpointed);
  }

  /** Returns the cut that keeps only the layers' inputs, or not. */
  public Cut withCheckpointing(boolean value) {
    return new Cut(cells, rows, packed, value);
  }
}
