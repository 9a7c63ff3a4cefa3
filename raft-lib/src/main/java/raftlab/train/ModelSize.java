package raftlab.train;

import java.util.Optional;
import raftlab.model.DecoderConfig;
import raftlab.model.LoraSettings;
import raftlab.model.LoraTarget;

/** Counts of a decoder's numbers and of its arithmetic, from its configuration alone. */
record ModelSize(DecoderConfig config, long queries, long keys) {

  static ModelSize of(DecoderConfig config) {
    return new ModelSize(
        config,
        (long) config.heads() * config.headDim(),
        (long) config.kvHeads() * config.headDim());
  }

  /** Numbers in the matrices of one layer. */
  long layer() {
    long hidden = config.hidden();
    return hidden * (2 * queries + 2 * keys) + 3 * hidden * config.intermediate();
  }

  /** All numbers, but for norms and biases, which do not count. */
  long parameters() {
    long table = (long) config.vocabulary() * config.hidden();
    return config.layers() * layer() + (config.tied() ? 1 : 2) * table;
  }

  long adapter(LoraSettings lora) {
    long sum = 0;
    for (LoraTarget target : lora.targets()) {
      long widths =
          switch (target) {
            case Q_PROJ, O_PROJ -> config.hidden() + queries;
            case K_PROJ, V_PROJ -> config.hidden() + keys;
            case GATE_PROJ, UP_PROJ, DOWN_PROJ -> (long) config.hidden() + config.intermediate();
          };
      sum += lora.rank() * widths;
    }
    return sum * config.layers();
  }

  /** Numbers that one token leaves in one layer for the way back. */
  long keptPerToken() {
    return 6L * config.hidden() + 6 * queries + 3 * keys + 5L * config.intermediate();
  }

  /**
   * Floating point operations of a step: two per weight and token forward, two more for each of the
   * gradients by inputs and by weights, and the forward ones again with checkpointing.
   */
  double operations(long tokens, long lossTokens, Optional<LoraSettings> lora, boolean again) {
    double times = (lora.isPresent() ? 4 : 6) + (again ? 2 : 0);
    double head = (lora.isPresent() ? 4.0 : 6.0) * config.vocabulary() * config.hidden();
    return times * config.layers() * layer() * tokens + head * lossTokens;
  }
}
