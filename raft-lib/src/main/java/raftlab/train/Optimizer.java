package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import raftlab.core.UserError;
import raftlab.model.DecoderPolicy;
import raftlab.model.TensorsFile;
import raftlab.tensor.Kernels;

/**
 * AdamW with global-norm clipping over all parameters in one native call. Formula of
 * torch.optim.AdamW:
 *
 * <pre>
 * w -= lr * wd * w;  m = b1 m + (1 - b1) g;  v = b2 v + (1 - b2) g^2;
 * w -= lr / (1 - b1^t) * m / (sqrt(v / (1 - b2^t)) + eps)
 * </pre>
 */
final class Optimizer implements AutoCloseable {

  /** The norm before clipping, and whether the step was applied (its gradient was finite). */
  record Step(double norm, boolean applied) {}

  private final DecoderPolicy policy;
  private final PtNDManager owner;
  private final List<NDArray> gradients;
  private final List<NDArray> first;
  private final List<NDArray> second;
  private int steps;

  Optimizer(DecoderPolicy policy) {
    this.policy = policy;
    this.owner = (PtNDManager) policy.manager().newSubManager();
    this.gradients = policy.parameters().zerosLike(owner);
    this.first = policy.parameters().zerosLike(owner);
    this.second = policy.parameters().zerosLike(owner);
  }

  /** Returns the sums into which micro-batches add their gradients. */
  List<NDArray> gradients() {
    return gradients;
  }

  Step step(TrainSettings settings, double rate) {
    double[] numbers = {
      steps + 1,
      rate,
      settings.beta1(),
      settings.beta2(),
      settings.eps(),
      settings.weightDecay(),
      settings.maxGradNorm()
    };
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      double[] result =
          Kernels.get()
              .call(
                  scope,
                  "adamw",
                  present(policy.parameters().tensors()),
                  present(gradients),
                  present(first),
                  present(second),
                  scope.create(presentDecay()),
                  scope.create(numbers))
              .toDoubleArray();
      boolean applied = result[1] == 1;
      if (applied) {
        steps++;
        policy.weightsChanged();
      }
      return new Step(result[0], applied);
    }
  }

  /** Forgets the moments and the steps, as if none had been taken. */
  void reset() {
    present(first).forEach(Optimizer::zero);
    present(second).forEach(Optimizer::zero);
    steps = 0;
  }

  private static void zero(NDArray array) {
    try (NDArray zeros = array.zerosLike()) {
      zeros.copyTo(array);
    }
  }

  /** Writes the moments and the number of steps, bit by bit. */
  void save(Path file) {
    List<NDArray> all = new ArrayList<>(present(first));
    all.addAll(present(second));
    TensorsFile.write(file, all, Map.of("steps", Integer.toString(steps)));
  }

  void load(Path file) {
    List<NDArray> all = new ArrayList<>(present(first));
    all.addAll(present(second));
    String read = TensorsFile.read(file, all).get("steps");
    if (read == null || !read.matches("\\d{1,9}")) {
      throw new UserError(file + " does not hold an optimizer's state");
    }
    steps = Integer.parseInt(read);
  }

  private static List<NDArray> present(List<NDArray> tensors) {
    return tensors.stream().filter(each -> each.size() > 0).toList();
  }

  private double[] presentDecay() {
    double[] all = policy.parameters().decayed();
    List<NDArray> tensors = policy.parameters().tensors();
    return java.util.stream.IntStream.range(0, all.length)
        .filter(i -> tensors.get(i).size() > 0)
        .mapToDouble(i -> all[i])
        .toArray();
  }

  @Override
  public void close() {
    owner.close();
  }
}
