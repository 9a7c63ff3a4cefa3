package raftlab.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import raftlab.core.Checks;
import raftlab.core.UserError;

/** Starts the PyTorch engine once, quietly, without ever downloading. Thread-safe. */
public final class Engines {

  /**
   * They tell a user nothing: that there is no GPU, how many threads there are. Loggers are weak:
   * without these references the levels set here would be forgotten.
   */
  private static final List<Logger> TALKATIVE =
      List.of(
          Logger.getLogger("ai.djl.util.cuda.CudaUtils"),
          Logger.getLogger("ai.djl.pytorch.engine.PtEngine"));

  private static NDManager root;

  private Engines() {}

  /**
   * Returns a new manager of native memory on the device of {@link DeviceChoice}; the caller closes
   * it.
   *
   * @throws UserError if there is no such device, or the engine runs on another one already
   */
  public static PtNDManager newManager() {
    return (PtNDManager) root().newSubManager();
  }

  /**
   * Returns how many arrays and managers are open below the engine's root: a leak shows as growth.
   */
  public static int openResources() {
    return root().getManagedArrays().size();
  }

  private static synchronized NDManager root() {
    String wanted = DeviceChoice.wanted();
    if (root == null) {
      root = start(wanted);
    }
    Device device = root.getDevice();
    Checks.user(
        device.equals(device(wanted, root.getEngine())),
        "the engine runs on " + device + ", not on " + wanted,
        "models and kernels of one process share a device",
        "Restart the kernel, or go back: config set device="
            + (device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu"));
    return root;
  }

  private static NDManager start(String wanted) {
    TALKATIVE.forEach(each -> each.setLevel(Level.SEVERE));
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
    int cores = Runtime.getRuntime().availableProcessors();
    setDefault("ai.djl.pytorch.num_threads", Integer.toString(cores));
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
    // Shapes change at every call: specialising the graph to them would recompile it again and
    // again.
    setDefault("ai.djl.pytorch.graph_optimizer", "false");
    Engine engine = engine();
    return NDManager.newBaseManager(device(wanted, engine), "PyTorch");
  }

  /** Natives for a GPU cannot be loaded where its driver is missing. */
  private static Engine engine() {
    try {
      return Engine.getEngine("PyTorch");
    } catch (EngineException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new UserError(
          "PyTorch's native library cannot be loaded",
          String.valueOf(cause.getMessage()),
          "See what is there: doctor");
    }
  }

  private static Device device(String wanted, Engine engine) {
    int gpu = DeviceChoice.of(wanted, engine.getGpuCount());
    return gpu == DeviceChoice.CPU ? Device.cpu() : Device.gpu(gpu);
  }

  private static void setDefault(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
