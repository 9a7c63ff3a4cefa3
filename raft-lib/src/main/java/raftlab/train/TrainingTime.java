package raftlab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Optional;
import raftlab.model.DecoderConfig;
import raftlab.model.LoraSettings;
import raftlab.model.Precision;
import raftlab.tensor.Engines;
import raftlab.tensor.Kernels;

/**
 * An estimate of how long training takes: its floating point operations over the rate at which this
 * machine multiplies matrices of the model's width, measured for a fraction of a second, of which
 * training reaches a share.
 */
public final class TrainingTime {

  /** The share of the measured rate that whole steps reached when this was written. */
  private static final double SHARE = 0.7;

  private static final int ROWS = 1024;
  private static final long ENOUGH = 200_000_000L;

  private TrainingTime() {}

  /**
   * Returns seconds.
   *
   * @param tokens of all epochs together
   * @param lossTokens those of them that carry a loss
   */
  public static double seconds(
      DecoderConfig config,
      Precision precision,
      Optional<LoraSettings> lora,
      boolean checkpointed,
      long tokens,
      long lossTokens) {
    double operations = ModelSize.of(config).operations(tokens, lossTokens, lora, checkpointed);
    return operations / (SHARE * rate(config, precision));
  }

  private static double rate(DecoderConfig config, Precision precision) {
    long width = config.hidden();
    long inner = 2L * config.intermediate();
    try (PtNDManager scope = Engines.newManager()) {
      NDArray left = precision.zeros(scope, new Shape(ROWS, width));
      NDArray right = precision.zeros(scope, new Shape(inner, width));
      Kernels.get().call(scope, "multiply", left, right);
      long start = System.nanoTime();
      int times = 0;
      while (System.nanoTime() - start < ENOUGH) {
        Kernels.get().call(scope, "multiply", left, right).close();
        times++;
      }
      return 2.0 * ROWS * width * inner * times / ((System.nanoTime() - start) / 1e9);
    }
  }
}
