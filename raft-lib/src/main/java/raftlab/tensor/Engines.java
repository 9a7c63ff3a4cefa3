package raftlab.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

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

  private Engines() {}

  /**
   * Returns a new manager of native memory on the CPU or, where there is one, the first GPU; the
   * caller closes it.
   */
  public static PtNDManager newManager() {
    return (PtNDManager) Holder.ROOT.newSubManager();
  }

  /**
   * Returns how many arrays and managers are open below the engine's root: a leak shows as growth.
   */
  public static int openResources() {
    return Holder.ROOT.getManagedArrays().size();
  }

  private static final class Holder {

    static final NDManager ROOT = start();

    private static NDManager start() {
      TALKATIVE.forEach(each -> each.setLevel(Level.SEVERE));
      setDefault("ai.djl.offline", "true");
      setDefault("OPT_OUT_TRACKING", "true");
      int cores = Runtime.getRuntime().availableProcessors();
      setDefault("ai.djl.pytorch.num_threads", Integer.toString(cores));
      setDefault("ai.djl.pytorch.num_interop_threads", "1");
      // Shapes change at every call: specialising the graph to them would recompile it again and
      // again.
      setDefault("ai.djl.pytorch.graph_optimizer", "false");
      Engine engine = Engine.getEngine("PyTorch");
      Device device = engine.getGpuCount() > 0 ? Device.gpu() : Device.cpu();
      return NDManager.newBaseManager(device, "PyTorch");
    }

    private static void setDefault(String key, String value) {
      if (System.getProperty(key) == null) {
        System.setProperty(key, value);
      }
    }
  }
}
