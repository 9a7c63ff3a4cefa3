package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import raftlab.core.UserError;
import raftlab.model.DecoderPolicy;
import raftlab.model.Precision;
import raftlab.model.TensorsFile;
import raftlab.tensor.Kernels;

/**
 * AdamW with global-norm clipping over all that is trained in one native call. Formula of
 * torch.optim.AdamW:
 *
 * <pre>
 * w -= lr * wd * w;  m = b1 m + (1 - b1) g;  v = b2 v + (1 - b2) g^2;
 * w -= lr / (1 - b1^t) * m / (sqrt(v / (1 - b2^t)) + eps)
 * </pre>
 *
 * Gradients and moments are float32. Where the weights are bfloat16, what rounding takes from each
 * is kept beside it as a second bfloat16: the sum of the two, with at least sixteen bits of
 * fraction, is what is updated. Without it a step of less than a 256th of a weight would be lost.
 */
final class Optimizer implements AutoCloseable {

  /** The norm before clipping, and whether the step was applied (its gradient was finite). */
  record Step(double norm, boolean applied) {}

  private final PtNDManager owner;
  private final List<NDArray> trained;
  private final Runnable changed;
  private final List<NDArray> gradients;
  private final List<NDArray> first;
  private final List<NDArray> second;
  private final List<NDArray> rest;
  private int steps;

  Optimizer(DecoderPolicy policy) {
    this(
        policy.manager(),
        policy.trained(),
        policy::weightsChanged,
        policy.adapter().isEmpty() && policy.precision() == Precision.BFLOAT16);
  }

  /**
   * An optimizer of any tensors.
   *
   * @param changed told of each applied step
   * @param half whether the tensors are bfloat16
   */
  Optimizer(PtNDManager manager, List<NDArray> trained, Runnable changed, boolean half) {
    this.owner = (PtNDManager) manager.newSubManager();
    this.trained = List.copyOf(trained);
    this.changed = changed;
    this.gradients = zeros();
    this.first = zeros();
    this.second = zeros();
    this.rest = half ? rests() : List.of();
  }

  private List<NDArray> rests() {
    return trained.stream().map(each -> Precision.BFLOAT16.zeros(owner, each.getShape())).toList();
  }

  private List<NDArray> zeros() {
    List<NDArray> zeros = new ArrayList<>();
    trained.forEach(each -> zeros.add(owner.zeros(each.getShape(), DataType.FLOAT32)));
    return zeros;
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
                  present(trained),
                  present(gradients),
                  present(first),
                  present(second),
                  rest.isEmpty() ? List.of(scope.create(new Shape(0))) : present(rest),
                  scope.create(presentDecay()),
                  scope.create(numbers))
              .toDoubleArray();
      boolean applied = result[1] == 1;
      if (applied) {
        steps++;
        changed.run();
      }
      return new Step(result[0], applied);
    }
  }

  /** Forgets the moments and the steps, as if none had been taken. */
  void reset() {
    present(first).forEach(each -> Kernels.get().run("zero", each));
    present(second).forEach(each -> Kernels.get().run("zero", each));
    steps = 0;
  }

  /** Writes the moments and the number of steps, bit by bit. */
  void save(Path file) {
    TensorsFile.write(file, state(), Map.of("steps", Integer.toString(steps)));
  }

  void load(Path file) {
    String read = TensorsFile.read(file, state()).get("steps");
    if (read == null || !read.matches("\\d{1,9}")) {
      throw new UserError(file + " does not hold an optimizer's state");
    }
    steps = Integer.parseInt(read);
  }

  private List<NDArray> state() {
    List<NDArray> all = new ArrayList<>(present(first));
    all.addAll(present(second));
    all.addAll(present(rest));
    return all;
  }

  private static List<NDArray> present(List<NDArray> tensors) {
    return tensors.stream().filter(each -> each.size() > 0).toList();
  }

  /** Returns 1 for what decays (matrices) and 0 for what does not (norms and biases). */
  private double[] presentDecay() {
    return present(trained).stream()
        .mapToDouble(each -> each.getShape().dimension() > 1 ? 1 : 0)
        .toArray();
  }

  @Override
  public void close() {
    owner.close();
  }
}
