package raftlab.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Calls the functions of the TorchScript archive {@code kernels.pt}. One call does a whole decode
 * step, a whole gradient or a whole optimizer step, so that the cost of crossing into native code
 * does not show.
 *
 * <p>Loaded once per process and never freed. The archive holds no state: calls from several
 * threads are safe if the tensors they write are their own.
 */
public final class Kernels {

  private static final String ARCHIVE = "/raftlab/tensor/kernels.pt";

  private final PtSymbolBlock block;

  private Kernels(PtSymbolBlock block) {
    this.block = block;
  }

  /** Returns the kernels, loading them at the first call. */
  public static Kernels get() {
    return Holder.KERNELS;
  }

  /**
   * Calls a function. Arguments are {@link NDArray}, lists of them, {@code long[]}, {@link Long} or
   * {@link Double}; the result is one tensor that belongs to {@code owner}.
   */
  public PtNDArray call(PtNDManager owner, String function, Object... arguments) {
    keepGraphsGeneral();
    IValue[] values = Arrays.stream(arguments).map(Kernels::toValue).toArray(IValue[]::new);
    try (IValue result = IValueUtils.runMethod(block, function, values)) {
      return result.toTensor(owner);
    } finally {
      for (IValue value : values) {
        value.close();
      }
    }
  }

  /** Calls a function for what it writes into its arguments. */
  public void run(String function, Object... arguments) {
    keepGraphsGeneral();
    IValue[] values = Arrays.stream(arguments).map(Kernels::toValue).toArray(IValue[]::new);
    try {
      IValueUtils.runMethod(block, function, values).close();
    } finally {
      for (IValue value : values) {
        value.close();
      }
    }
  }

  /**
   * Calls a function with autograd's recording on. Its arguments can only be tensors and lists of
   * tensors, and what it records ends with the call.
   */
  public NDArray callRecorded(
      PtNDManager owner, String function, Map<String, List<? extends NDArray>> arguments) {
    NDList inputs = new NDList();
    NDArray carrier = owner.zeros(new Shape(1));
    carrier.setName("module_method:" + function);
    inputs.add(carrier);
    arguments.forEach(
        (name, arrays) ->
            arrays.forEach(
                array -> {
                  array.setName(name);
                  inputs.add(array);
                }));
    keepGraphsGeneral();
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
    try {
      return IValueUtils.forward(block, inputs, true).singletonOrThrow();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /**
   * Switches off the specialising of graphs to shapes, which differ at every call. The switch
   * belongs to the calling thread, so each call sets it.
   */
  private static void keepGraphsGeneral() {
    JniUtils.setGraphExecutorOptimize(false);
  }

  private static IValue toValue(Object argument) {
    if (argument instanceof PtNDArray array) {
      return IValue.from(array);
    }
    if (argument instanceof Long number) {
      return IValue.from(number.longValue());
    }
    if (argument instanceof Double number) {
      return IValue.from(number.doubleValue());
    }
    if (argument instanceof long[] numbers) {
      return IValue.listFrom(numbers);
    }
    if (argument instanceof List<?> arrays) {
      return IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
    }
    throw new IllegalArgumentException("a kernel takes no " + argument.getClass().getName());
  }

  private static final class Holder {

    static final Kernels KERNELS = load();

    private static Kernels load() {
      PtNDManager manager = Engines.newManager();
      try (InputStream archive = Kernels.class.getResourceAsStream(ARCHIVE)) {
        keepGraphsGeneral();
        return new Kernels(JniUtils.loadModule(manager, archive, false, false));
      } catch (IOException e) {
        throw new IllegalStateException("the archive " + ARCHIVE + " cannot be read", e);
      }
    }
  }
}
