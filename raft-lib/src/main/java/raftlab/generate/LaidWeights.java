package raftlab.generate;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import raftlab.model.DecoderPolicy;
import raftlab.tensor.Kernels;

/**
 * The matrices as a decode step reads them: the large ones as copies in the layout that products
 * with few rows read, the others as transposed views. A product with eight rows is bound by reading
 * the matrix, and MKL and oneDNN read it several times to rearrange it if they are given it as it
 * is: docs/performance/sampling.md has the figures.
 *
 * <p>Packed are matrices of 2^18 elements or more (below that the call costs more than it saves),
 * on the CPU, for at most 64 rows and at least eight steps (packing reads and writes each matrix
 * once), and only if model, copies and cache stay below 60 % of the machine's memory. The choice
 * depends on machine, model and request only, so that equal calls give equal bits.
 */
final class LaidWeights {

  private static final int MOST_ROWS = 64;
  private static final int MOST_ROWS_OF_HEAD = 32;
  private static final int LEAST_STEPS = 8;
  private static final long LEAST_ELEMENTS = 1 << 18;
  private static final double SHARE = 0.6;

  private LaidWeights() {}

  /** Returns four per layer and the head's. */
  static List<NDArray> of(DecoderPolicy policy, PtNDManager owner, int rows, int steps) {
    List<NDArray> w = policy.parameters().tensors();
    boolean wanted =
        rows <= MOST_ROWS && steps >= LEAST_STEPS && !owner.getDevice().isGpu() && fits(policy);
    List<NDArray> laid = new ArrayList<>();
    for (int layer = 0; layer < policy.config().layers(); layer++) {
      for (int part : new int[] {1, 5, 7, 8}) {
        laid.add(lay(w.get(1 + 12 * layer + part), owner, rows, wanted));
      }
    }
    NDArray head = policy.config().tied() ? w.get(0) : w.get(w.size() - 1);
    laid.add(lay(head, owner, rows, wanted && rows <= MOST_ROWS_OF_HEAD));
    return laid;
  }

  private static NDArray lay(NDArray matrix, PtNDManager owner, int rows, boolean wanted) {
    return wanted && matrix.size() >= LEAST_ELEMENTS
        ? Kernels.get().call(owner, "pack", matrix, (long) rows)
        : Kernels.get().call(owner, "columns", matrix);
  }

  private static boolean fits(DecoderPolicy policy) {
    long model = policy.parameterCount() * policy.precision().stored().size();
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        && 2 * model + SamplerLimits.CACHE_BYTES < SHARE * system.getTotalMemorySize();
  }
}
