package raftlab.train;

import raftlab.core.Checks;

/**
 * How examples become optimizer steps and micro-batches.
 *
 * @param accumulate batches per optimizer step, whose gradients are summed before it; the loss is
 *     that of all their examples together, so that 4 x 2 is 8 x 1 but for rounding
 * @param shuffled whether the examples' order is drawn anew for each epoch, else it is the file's
 * @param packed see {@link Cut}
 * @param checkpointed see {@link Cut}
 */
public record Batching(int accumulate, boolean shuffled, boolean packed, boolean checkpointed) {

  /** One batch per step, shuffled, padded. */
  public static final Batching DEFAULT = new Batching(1, true, false, false);

  public Batching {
    Checks.usage(
        accumulate >= 1, "--accumulate " + accumulate + " sums nothing", "", "Give 1 or more");
  }

  public Batching withAccumulate(int value) {
    return new Batching(value, shuffled, packed, checkpointed);
  }

  public Batching withShuffled(boolean value) {
    return new Batching(accumulate, value, packed, checkpointed);
  }

  public Batching withPacked(boolean value) {
    return new Batching(accumulate, shuffled, value, checkpointed);
  }

  public Batching withCheckpointed(boolean value) {
    return new Batching(accumulate, shuffled, packed, value);
  }

  /** Returns how a step's batch is cut into micro-batches of {@code rows} examples at most. */
  Cut cut(int cells, int rows) {
    return new Cut(cells, rows, packed, checkpointed);
  }
}
