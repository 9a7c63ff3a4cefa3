package raftlab.train;

import java.util.Locale;
import java.util.Optional;
import raftlab.model.DecoderConfig;
import raftlab.model.LoraSettings;
import raftlab.model.Precision;

/**
 * An estimate of what training holds in memory at its peak, in bytes.
 *
 * @param weights the model's own
 * @param gradients float32, of what is trained
 * @param optimizer two float32 moments, and for bfloat16 weights what rounding took
 * @param activations kept for the way back, or with checkpointing the layers' inputs and one layer
 * @param head a piece of the logits and its gradient
 * @param process the virtual machine and the libraries
 */
public record TrainingMemory(
    long weights, long gradients, long optimizer, long activations, long head, long process) {

  /** What activations may take: micro-batches are cut to it. */
  public static final long ACTIVATIONS = 3L << 30;

  private static final long PROCESS = 600L << 20;
  private static final int MOST_CELLS = 2048;

  /**
   * Estimates.
   *
   * @param cells tokens of the largest micro-batch, padding included
   */
  public static TrainingMemory of(
      DecoderConfig config,
      Precision precision,
      Optional<LoraSettings> lora,
      boolean checkpointed,
      long cells) {
    long bytes = precision == Precision.BFLOAT16 ? 2 : 4;
    ModelSize size = ModelSize.of(config);
    long trained = lora.map(each -> size.adapter(each)).orElse(size.parameters());
    boolean wide = lora.isEmpty() && precision == Precision.BFLOAT16;
    long chunk = Math.min(cells, Math.max(256, (1L << 21) / config.vocabulary()));
    return new TrainingMemory(
        size.parameters() * bytes,
        trained * 4,
        trained * (wide ? 10 : 8),
        cells * keptPerToken(config, precision, checkpointed),
        chunk * config.vocabulary() * 9,
        PROCESS);
  }

  /**
   * Returns how many tokens go through memory at once, padding included: as many as {@link
   * #ACTIVATIONS} holds, at most 2048. An example that is longer goes alone.
   */
  public static int cells(DecoderConfig config, Precision precision, boolean checkpointed) {
    long fitting = ACTIVATIONS / keptPerToken(config, precision, checkpointed);
    return (int) Math.max(1, Math.min(MOST_CELLS, fitting));
  }

  private static long keptPerToken(
      DecoderConfig config, Precision precision, boolean checkpointed) {
    long bytes = precision == Precision.BFLOAT16 ? 2 : 4;
    long layer = ModelSize.of(config).keptPerToken() * bytes;
    long inputs = config.hidden() * bytes * (config.layers() + 4L);
    return inputs + (checkpointed ? 2 : config.layers()) * layer;
  }

  public long total() {
    return weights + gradients + optimizer + activations + head + process;
  }

  @Override
  public String toString() {
    return "memory about "
        + gigabytes(total())
        + ": weights "
        + gigabytes(weights)
        + ", gradients "
        + gigabytes(gradients)
        + ", optimizer "
        + gigabytes(optimizer)
        + ", activations "
        + gigabytes(activations)
        + ", logits "
        + gigabytes(head)
        + ", process "
        + gigabytes(process);
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }
}
