package raftlab.generate;

import raftlab.core.Checks;
import raftlab.model.DecoderConfig;
import raftlab.model.Precision;

/**
 * How much is sampled at once.
 *
 * @param rows completions in flight, at least 1
 */
public record SamplerLimits(int rows) {

  private static final int MOST = 512;

  /** The stated budget of the key-value cache: the batch shrinks to fit it. */
  static final long CACHE_BYTES = 2L << 30;

  public SamplerLimits {
    Checks.usage(
        rows >= 1,
        "--batch " + rows + " is not a number of rows",
        "",
        "Give 1 or more, or 0 for as many as fit");
  }

  /**
   * Returns the limits that {@code --batch} asks for.
   *
   * @param rows 0 for as many as fit
   * @return null for as many as fit
   */
  public static SamplerLimits of(int rows) {
    return rows == 0 ? null : new SamplerLimits(rows);
  }

  /** The same for float32. */
  public static SamplerLimits fitting(DecoderConfig config, int length) {
    return fitting(config, Precision.FLOAT32, length);
  }

  /** As many rows as fit 2 GiB of key-value cache at a length, at most 512. */
  public static SamplerLimits fitting(DecoderConfig config, Precision precision, int length) {
    long perRow =
        2L
            * config.layers()
            * config.kvHeads()
            * config.headDim()
            * length
            * precision.stored().size();
    return new SamplerLimits((int) Math.max(1, Math.min(MOST, CACHE_BYTES / perRow)));
  }
}
