package raftlab.generate;

import raftlab.model.DecoderConfig;
import raftlab.tensor.ThreadCount;

/**
 * How many threads share a decode step. Below eight million operations in the largest product
 * waking the others takes longer than the work that they take over: docs/performance/sampling.md
 * has the figures. The choice depends on model and batch only, so that equal calls give equal bits.
 */
final class StepThreads {

  private static final long SHARED_FROM = 1L << 23;

  private StepThreads() {}

  /** Returns one thread for small steps, else as many as there are. */
  static ThreadCount fitting(DecoderConfig config, int rows) {
    long largest = 2L * rows * config.hidden() * config.intermediate();
    return largest < SHARED_FROM ? ThreadCount.of(1) : ThreadCount.unchanged();
  }
}
