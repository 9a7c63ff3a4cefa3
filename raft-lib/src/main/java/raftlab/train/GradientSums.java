package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.ArrayList;
import java.util.List;
import raftlab.tensor.Kernels;

/**
 * Sums of gradients for threads that add at the same time: the first adds to those that the
 * optimizer reads, each other one to its own, which are then added up in a fixed order. So equal
 * shares of a batch give equal bits.
 */
final class GradientSums implements AutoCloseable {

  private final PtNDManager owner;
  private final List<List<NDArray>> sums = new ArrayList<>();

  /**
   * @param into what the optimizer reads, float32
   */
  GradientSums(PtNDManager manager, List<NDArray> into, int threads) {
    this.owner = (PtNDManager) manager.newSubManager();
    sums.add(into);
    while (sums.size() < threads) {
      sums.add(into.stream().map(each -> owner.zeros(each.getShape(), DataType.FLOAT32)).toList());
    }
  }

  /** Returns what a thread adds to. */
  List<NDArray> of(int thread) {
    return sums.get(thread);
  }

  /** Adds what the first so many threads have to the optimizer's sums, and zeroes theirs. */
  void gather(int threads) {
    sums.subList(1, Math.max(1, threads))
        .forEach(own -> Kernels.get().run("gather", sums.get(0), own));
  }

  @Override
  public void close() {
    owner.close();
  }
}
