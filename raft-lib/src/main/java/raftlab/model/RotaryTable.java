package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import raftlab.core.UserError;
import raftlab.tensor.Kernels;

/**
 * The cosines and sines of rotary positions (Su et al. 2021, arXiv 2104.09864): [2, positions, D].
 * Frequencies and angles are computed in float32 and rounded to the weights' type at the end, as
 * transformers does, so that long positions agree.
 */
final class RotaryTable {

  private static final long MOST_BYTES = 1L << 30;

  private RotaryTable() {}

  static NDArray of(PtNDManager owner, DecoderConfig config, Precision precision) {
    long bytes = 2L * config.maxPositions() * config.headDim() * precision.stored().size();
    if (bytes > MOST_BYTES) {
      throw new UserError(
          "config.json gives max_position_embeddings " + config.maxPositions(),
          "their rotary table would take " + (bytes >> 20) + " MB, at most 1024 are reserved",
          "Lower it to the context you need");
    }
    NDArray table =
        precision.allocate(owner, new Shape(2, config.maxPositions(), config.headDim()));
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      float[] plain =
          Kernels.get()
              .call(scope, "frequencies", config.ropeTheta(), (long) config.headDim())
              .toFloatArray();
      RopeScaling scaling = config.ropeScaling();
      float[] scaled = scaling.apply(plain, config.ropeTheta(), config.maxPositions());
      Kernels.get()
          .run("rotary", table, scope.create(scaled), scaling.amplitude(config.maxPositions()));
    }
    return table;
  }
}
